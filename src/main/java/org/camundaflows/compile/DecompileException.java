package org.camundaflows.compile;

import org.jspecify.annotations.Nullable;

/** A document that is no BPMN, or says more than flows can. The message names the element and what is wrong with it. */
public final class DecompileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String element;

    DecompileException(@Nullable String element, String message) {
        super(message);
        this.element = element;
    }

    /** Id of the BPMN element that cannot be part of a flow; null when the document as a whole is refused. */
    public @Nullable String element() {
        return element;
    }
}
