package org.camundaflows.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serve}: the server. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Run the server until it is stopped.",
        footer = {"", "Example: serve --server.port=9000 --flows.data-dir=/var/lib/flows"})
final class ServeCommand implements Callable<Integer> {

    private final Installation installation;

    @Parameters(paramLabel = "--NAME=VALUE", description = "Settings; see docs/configuration.md.")
    private List<String> settings = List.of();

    ServeCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        installation.serve(settings);
        return ExitCode.OK;
    }
}
