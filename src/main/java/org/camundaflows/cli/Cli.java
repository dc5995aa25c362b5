package org.camundaflows.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line of camunda-flows. Without a command, or with nothing but settings such as {@code --server.port=9000},
 * it runs the server.
 */
public final class Cli {

    private static final String SERVE = "serve";

    private final CommandLine commandLine;

    /**
     * @param out gets what commands answer
     * @param err gets errors
     */
    public Cli(Installation installation, PrintWriter out, PrintWriter err) {
        CommandLine serve = new CommandLine(new ServeCommand(installation));
        serve.setUnmatchedOptionsArePositionalParams(true);
        commandLine = new CommandLine(new Root())
                .addSubcommand(SERVE, serve)
                .addSubcommand("validate", new ValidateCommand(installation))
                .addSubcommand("compile", new CompileCommand(installation))
                .addSubcommand("decompile", new DecompileCommand(installation))
                .addSubcommand("run", new RunCommand(installation))
                .addSubcommand("deploy", new DeployCommand())
                .addSubcommand("schema", new SchemaCommand(installation))
                .addSubcommand("types", new TypesCommand(installation))
                .addSubcommand(new HelpCommand())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> ended(failure, command));
    }

    /**
     * Runs one command and returns when it has ended.
     *
     * @return the exit code: 0 all right, 1 problems, 2 wrong usage
     */
    public int run(String... arguments) {
        int exitCode = commandLine.execute(
                isServer(arguments)
                        ? Stream.concat(Stream.of(SERVE), Arrays.stream(arguments))
                                .toArray(String[]::new)
                        : arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return exitCode;
    }

    private static boolean isServer(String... arguments) {
        return Arrays.stream(arguments).allMatch(argument -> argument.startsWith("--") && argument.contains("="));
    }

    private static int ended(Exception failure, CommandLine command) {
        if (failure instanceof StartFailedException) {
            return ExitCode.PROBLEM;
        }
        command.getErr().println(failure instanceof CommandFailure ? failure.getMessage() : "Failed: " + failure);
        return failure instanceof CommandFailure expected ? expected.exitCode() : ExitCode.PROBLEM;
    }

    @Command(
            name = "camunda-flows",
            description = "Runs Directus flows on the Camunda 7 engine. Without a command it runs the server.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:all right", "1:problems were found, or a run was rejected or failed", "2:wrong usage"},
            footer = "%nHelp on a command: help COMMAND, or COMMAND --help")
    private static final class Root {}
}
