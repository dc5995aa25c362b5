package org.camundaflows.operation;

import java.util.List;

/**
 * What people and tools need to know of a step type.
 *
 * @param id the value of {@code type} in an operation, for example {@code item-read}
 * @param icon a Material icon name
 * @param description one sentence, shown in editors
 * @param effects whether a run of the step is felt outside the run (a request, a mail, a written record), so that it
 *     must not be repeated without need
 */
public record OperationType(
        String id, String name, String icon, String description, boolean effects, List<Option> options) {

    public OperationType {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An operation type needs an id");
        }
        options = List.copyOf(options);
    }
}
