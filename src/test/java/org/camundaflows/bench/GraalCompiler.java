package org.camundaflows.bench;

import java.io.File;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version of GraalJS and its compiler in the local Maven repository, for a JDK that has no compiler of its own.
 *
 * @param options for the JVM
 * @param classPath with that version in place of ours
 */
record GraalCompiler(List<String> options, String classPath) {

    private static final String GROUP = File.separator + "org" + File.separator + "graalvm" + File.separator;

    static GraalCompiler find(String version, String classPath) throws FileNotFoundException {
        List<String> entries = Arrays.asList(classPath.split(File.pathSeparator));
        Path ours = entries.stream()
                .filter(entry -> entry.contains(GROUP + "polyglot"))
                .findFirst()
                .map(Path::of)
                .orElseThrow();
        Path repository = ours.getParent().getParent().getParent().getParent();
        String from = ours.getParent().getFileName().toString();
        String modules = join(List.of(
                jar(repository, "compiler", "compiler", version),
                jar(repository, "truffle", "truffle-compiler", version),
                jar(repository, "sdk", "collections", version),
                jar(repository, "sdk", "word", version)));
        List<String> options = List.of(
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableJVMCI",
                "--enable-native-access=ALL-UNNAMED",
                "--upgrade-module-path=" + modules);
        return new GraalCompiler(
                options,
                join(entries.stream()
                        .map(entry -> entry.contains(GROUP) ? entry.replace(from, version) : entry)
                        .toList()));
    }

    private static String jar(Path repository, String group, String name, String version) throws FileNotFoundException {
        Path jar = repository.resolve(Path.of(group, name, version, name + "-" + version + ".jar"));
        if (!Files.exists(jar)) {
            throw new FileNotFoundException("docs/benchmarks.md says how to get " + jar);
        }
        return jar.toString();
    }

    private static String join(List<String> entries) {
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
