package org.camundaflows.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The files a command takes flows from. */
final class FlowArguments {

    @Parameters(
            paramLabel = "FLOW.json",
            arity = "1..*",
            description = {
                "Flows: files with one flow or several, as exported or as the REST API answers; directories of such"
                        + " files; flows.json and operations.json as a pair."
            })
    private List<Path> paths = List.of();

    /** @throws CommandFailure if one does not exist */
    FlowSet read() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw CommandFailure.usage("There is no file or directory " + path);
            }
        }
        return new FlowFiles(paths).read();
    }
}
