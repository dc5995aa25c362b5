package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.camundaflows.json.Json;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import picocli.CommandLine.Command;

/** {@code types}: the operations that can run here. */
@Command(description = "List the operation types that can run here, with their options.")
final class TypesCommand extends AnyCommand {

    private final Installation installation;

    TypesCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        List<OperationType> types;
        try (Toolbox tools = installation.open()) {
            types = tools.operations().types().stream()
                    .sorted(Comparator.comparing(OperationType::id))
                    .toList();
        }
        if (isJson()) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode list = answer.putArray("types");
            types.forEach(type -> list.add(Json.mapper().<ObjectNode>valueToTree(type)));
            print(answer);
        } else {
            types.forEach(this::show);
        }
        return ExitCode.OK;
    }

    private void show(OperationType type) {
        out().println(type.id() + " - " + type.name() + ". " + type.description());
        for (Option option : type.options()) {
            out().println("    " + String.format(Locale.ROOT, "%-16s ", option.name()) + describe(option));
        }
        out().println();
    }

    private static String describe(Option option) {
        StringBuilder text =
                new StringBuilder(option.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (option.required()) {
            text.append(", required");
        }
        if (!option.choices().isEmpty()) {
            text.append(", one of ").append(String.join(", ", option.choices()));
        }
        if (option.defaultValue() != null && !option.defaultValue().contains("\n")) {
            text.append(", default ").append(option.defaultValue());
        }
        if (option.alias() != null) {
            text.append(", older name ").append(option.alias());
        }
        return option.hint().isEmpty()
                ? text.toString()
                : text.append(". ").append(option.hint()).toString();
    }
}
