package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schema}: brings the data model of a snapshot to the configured database. */
@Command(
        description = {
            "Bring collections, fields and relations from a snapshot of Directus to the database.",
            "What is missing there is created; what is there is never changed."
        },
        footer = {"", "Example: schema diff snapshot.yaml"})
final class SchemaCommand extends AnyCommand {

    private enum Action {
        DIFF,
        APPLY
    }

    private final Installation installation;

    @Parameters(index = "0", paramLabel = "diff|apply", description = "diff tells what is missing, apply creates it.")
    private Action action = Action.DIFF;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "What \"directus schema snapshot\" writes, YAML or JSON.")
    private @Nullable Path file;

    SchemaCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        String snapshot = read();
        List<String> missing;
        try (Toolbox tools = installation.open()) {
            missing = action == Action.APPLY ? tools.applySchema(snapshot) : tools.compareSchema(snapshot);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.problem(String.valueOf(e.getMessage()));
        }
        if (isJson()) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode lines = answer.putArray(action == Action.APPLY ? "created" : "missing");
            missing.forEach(lines::add);
            print(answer);
        } else {
            missing.forEach(line -> out().println((action == Action.APPLY ? "created " : "missing ") + line));
            out().println(action.name().toLowerCase(Locale.ROOT) + ": " + missing.size());
        }
        return ExitCode.OK;
    }

    private String read() {
        if (file == null) {
            throw CommandFailure.usage("FILE is missing");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.problem("Cannot read " + file);
        }
    }
}
