package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/** Tells on whose behalf a step acts (specification: access, section 5). */
@FunctionalInterface
public interface StepAccess {

    /**
     * @param permissions the option of that name, as rendered
     * @param caller {@code $accountability} of the run, or NullNode
     * @return null for the system itself
     * @throws org.camundaflows.operation.Rejection if the option names a role that does not exist
     */
    @Nullable
    Accountability accountability(JsonNode permissions, JsonNode caller);
}
