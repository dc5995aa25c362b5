package org.camundaflows.filter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.ErrorValue;

/** A filter that cannot be evaluated, whatever the data; rejects the step that uses it with {@link #error()}. */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorValue error;

    private FilterException(ErrorValue error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    static FilterException plain(String message) {
        return new FilterException(ErrorValue.plain("Error", message));
    }

    static FilterException type(String message) {
        return new FilterException(ErrorValue.plain("TypeError", message));
    }

    static FilterException syntax(String message) {
        return new FilterException(ErrorValue.plain("SyntaxError", message));
    }

    /** An operand the operator does not take; unlike other plain errors, its JSON shows its name. */
    static FilterException operand(String message) {
        ObjectNode own = JsonNodeFactory.instance.objectNode().put("name", "AssertError");
        return new FilterException(new ErrorValue("AssertError", message, null, null, null, own));
    }

    public ErrorValue error() {
        return error;
    }
}
