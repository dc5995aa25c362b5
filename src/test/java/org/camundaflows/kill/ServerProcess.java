package org.camundaflows.kill;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camundaflows.app.CamundaFlows;

/** The real server in a Java process of its own, so that it can be killed and measured. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Pattern STARTED = Pattern.compile("address +http://127\\.0\\.0\\.1:(\\d+)");
    private static final String TOKEN = "kill-admin-token";

    private final Process process;
    private final ServerClient client;

    private ServerProcess(Process process, ServerClient client) {
        this.process = process;
        this.client = client;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param arguments of the command line, beside those for the data directory and the administrator
     */
    public static ServerProcess start(Path dataDir, List<String> arguments) throws IOException {
        return start(fromClasses(), dataDir, arguments);
    }

    /**
     * Starts a program that is the server and waits until it answers.
     *
     * @param program the command line up to the server's own arguments
     */
    public static ServerProcess start(List<String> program, Path dataDir, List<String> arguments) throws IOException {
        Files.createDirectories(dataDir);
        Path log = Files.createTempFile(dataDir, "server", ".log");
        Process process = new ProcessBuilder(command(program, dataDir, arguments))
                .directory(dataDir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return new ServerProcess(process, new ServerClient(port(process, log), TOKEN));
        } catch (RuntimeException | AssertionError e) {
            process.destroyForcibly();
            throw new AssertionError("The server did not start:\n" + Files.readString(log), e);
        }
    }

    private static int port(Process process, Path log) {
        AtomicInteger port = new AtomicInteger();
        await("start").atMost(START).pollInterval(POLL).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue());
            }
            Matcher started = STARTED.matcher(Files.readString(log));
            if (started.find()) {
                port.set(Integer.parseInt(started.group(1)));
            }
            return port.get() != 0;
        });
        return port.get();
    }

    private static List<String> fromClasses() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dpolyglot.engine.WarnInterpreterOnly=false",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                CamundaFlows.class.getName());
    }

    private static List<String> command(List<String> program, Path dataDir, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--server.port=0",
                "--flows.data-dir=" + dataDir,
                "--ADMIN_PASSWORD=kill-admin-password",
                "--ADMIN_TOKEN=" + TOKEN,
                "--IMPORT_IP_DENY_LIST="));
        command.addAll(arguments);
        return command;
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public ServerClient client() {
        return client;
    }

    public long pid() {
        return process.pid();
    }

    /** Lets the server end in order. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends the process with SIGKILL: nothing in it gets to know. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
