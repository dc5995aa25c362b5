package org.camundaflows.engine;

import java.util.Locale;

/** How a step ended, in the words of the run log (specification: audit). */
public enum StepStatus {
    RESOLVE,
    REJECT,
    /** Its type is not registered; the run ended there. */
    UNKNOWN,
    /** A technical failure; the run ended there. */
    FAILED,
    /** It waits, for example in a long sleep. */
    WAITING;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
