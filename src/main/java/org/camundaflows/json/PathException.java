package org.camundaflows.json;

/** A path or template that breaks its grammar or its bounds; rejects the step that uses it. */
public final class PathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /** @param name name of the error as flows see it: {@code SyntaxError}, {@code ReferenceError} or {@code RangeError} */
    public PathException(String name, String message) {
        super(message);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
