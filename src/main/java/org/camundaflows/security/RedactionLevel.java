package org.camundaflows.security;

/** How much of a run is hidden before it is recorded. */
public enum RedactionLevel {

    /**
     * The default: secret members of {@code headers}, {@code query} and {@code payload}, and environment values,
     * everywhere; secrets of the trigger also where the recorded options of a step repeat them.
     */
    STANDARD,

    /**
     * Also members with a secret name below any parent and in any spelling, and secrets of the trigger wherever the run
     * repeats them.
     */
    STRICT
}
