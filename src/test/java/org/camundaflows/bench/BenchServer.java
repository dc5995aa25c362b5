package org.camundaflows.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.camundaflows.kill.ServerProcess;
import org.jspecify.annotations.Nullable;

/** The packaged server in a process of its own; without a jar, from the classes of this one. */
final class BenchServer {

    private BenchServer() {}

    static ServerProcess start(@Nullable Path jar, Path dataDir) throws IOException {
        return jar == null
                ? ServerProcess.start(dataDir, List.of())
                : ServerProcess.start(
                        List.of(JavaMemory.tool("java"), "-Xmx512m", "-jar", jar.toString()), dataDir, List.of());
    }
}
