package org.camundaflows.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of another Java process, in megabytes. */
record JavaMemory(long pid) {

    private static final double MEGABYTE = 1 << 20;

    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** What objects take that are in use: the histogram makes the process collect its garbage first. */
    double liveHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(tool("jcmd"), String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToDouble(line -> Double.parseDouble(line.trim().split(" +")[2]) / MEGABYTE)
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd said: " + output));
    }

    /** What the operating system has given to the process; not a number where it does not tell. */
    double resident() throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[1]) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
