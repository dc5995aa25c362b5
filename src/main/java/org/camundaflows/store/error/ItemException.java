package org.camundaflows.store.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;
import org.camundaflows.json.ErrorValue;

/**
 * A request to the item services that is refused. {@link #value} is what a step rejects with, and what an HTTP answer is
 * made of: an {@link ErrorValue}, an array of them, or whatever a filter flow rejected with.
 */
public final class ItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode value;

    public ItemException(ErrorValue error) {
        super(error.message());
        this.value = error.toNode();
    }

    /** Several errors at once, as validation finds them. */
    public ItemException(List<ErrorValue> errors) {
        super(errors.toString());
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        errors.forEach(error -> list.add(error.toNode()));
        this.value = list;
    }

    /** @param value what a filter flow rejected with */
    public ItemException(JsonNode value) {
        super("rejected");
        this.value = value;
    }

    /** Whether it is a single error with this code. */
    public boolean hasCode(String code) {
        return value instanceof POJONode node
                && node.getPojo() instanceof ErrorValue error
                && code.equals(error.code());
    }

    public JsonNode value() {
        return value;
    }
}
