package org.camundaflows.security;

/** How much of a run is hidden before it is recorded. */
public enum RedactionLevel {

    /**
     * The default: secret members of {@code headers}, {@code query} and {@code payload}, what the trigger holds there
     * wherever the run repeats it, and environment values everywhere.
     */
    STANDARD,

    /** Also members with a secret name below any parent and in any spelling. */
    STRICT
}
