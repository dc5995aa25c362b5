package org.camundaflows.bench;

import java.util.List;

/** Something that is measured. */
interface Benchmark {

    /** As it is selected: {@code -Dbench=name}. */
    String name();

    List<Table> run(Settings settings) throws Exception;
}
