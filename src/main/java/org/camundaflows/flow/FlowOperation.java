package org.camundaflows.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow (specification: flows-and-operations, section 2).
 *
 * @param json all members; must not be changed
 */
public record FlowOperation(ObjectNode json) {

    public String id() {
        return text("id").orElse("");
    }

    /** The name under which the result is kept; may be empty, and need not be unique. */
    public String key() {
        return text("key").orElse("");
    }

    /** The display name, or null. */
    public @Nullable String name() {
        return text("name").orElse(null);
    }

    public String type() {
        return text("type").orElse("");
    }

    /** The options as written; an empty object when absent, null or no object. */
    public ObjectNode options() {
        return json.get("options") instanceof ObjectNode options ? options : JsonNodeFactory.instance.objectNode();
    }

    /** Id of the next operation on success. */
    public Optional<String> resolve() {
        return text("resolve");
    }

    /** Id of the next operation on failure. */
    public Optional<String> reject() {
        return text("reject");
    }

    private Optional<String> text(String member) {
        return Flow.textOf(json.get(member));
    }
}
