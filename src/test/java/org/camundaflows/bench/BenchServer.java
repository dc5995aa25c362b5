package org.camundaflows.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.kill.ServerProcess;
import org.jspecify.annotations.Nullable;

/** The packaged server in a process of its own; without a jar, from the classes of this one. */
final class BenchServer {

    /** As docs/operating.md says. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-Xmx300m",
            "-XX:TrimNativeHeapInterval=5000",
            "-Djdk.nio.maxCachedBufferSize=65536");

    private BenchServer() {}

    static ServerProcess start(@Nullable Path jar, Path dataDir) throws IOException {
        return jar == null
                ? ServerProcess.start(dataDir, List.of())
                : ServerProcess.start(program(jar), dataDir, List.of());
    }

    private static List<String> program(Path jar) {
        List<String> program = new ArrayList<>();
        program.add(JavaMemory.tool("java"));
        program.addAll(OPTIONS);
        program.addAll(List.of("-jar", jar.toString()));
        return program;
    }
}
