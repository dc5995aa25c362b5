package org.camundaflows.engine;

import java.time.Duration;

/**
 * A step that has ended.
 *
 * @param type the type of its operation, as the flow says it: any text when the status is {@link StepStatus#UNKNOWN}
 * @param duration how long it took, what it waited for included
 */
public record EndedStep(String runId, String key, String type, StepStatus status, Duration duration) {}
