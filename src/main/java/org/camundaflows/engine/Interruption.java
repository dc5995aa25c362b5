package org.camundaflows.engine;

/** The node stops while a called flow runs: no result of that flow, but a technical failure of the step that called it. */
final class Interruption extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Interruption() {
        super("The call of a flow was interrupted");
    }
}
