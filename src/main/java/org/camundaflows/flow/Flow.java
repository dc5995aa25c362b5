package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow as its author wrote it (specification: flows-and-operations, section 1). Nothing of the JSON is lost: members
 * this project does not know stay in {@code json}.
 *
 * @param json all members but {@code operations}; must not be changed
 */
public record Flow(ObjectNode json, List<FlowOperation> operations) {

    public Flow {
        operations = List.copyOf(operations);
    }

    /** The id; empty when the JSON has none. */
    public String id() {
        return text("id").orElse("");
    }

    public String name() {
        return text("name").orElse("");
    }

    public boolean isActive() {
        return text("status").orElse("active").equals("active");
    }

    /** {@code event}, {@code webhook}, {@code schedule}, {@code operation}, {@code manual}, another text, or null. */
    public @Nullable String trigger() {
        return text("trigger").orElse(null);
    }

    /** {@code all} when absent; null when the JSON says null. */
    public @Nullable String accountability() {
        return json.has("accountability") ? text("accountability").orElse(null) : "all";
    }

    /** The trigger's options; an empty object when absent, null or no object. */
    public ObjectNode options() {
        return json.get("options") instanceof ObjectNode options ? options : JsonNodeFactory.instance.objectNode();
    }

    /** The operation a run starts with; empty when the id names none of this flow's operations. */
    public Optional<FlowOperation> entry() {
        return text("operation").flatMap(this::operation);
    }

    public Optional<FlowOperation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    private Optional<String> text(String member) {
        return textOf(json.get(member));
    }

    static Optional<String> textOf(@Nullable JsonNode node) {
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }
}
