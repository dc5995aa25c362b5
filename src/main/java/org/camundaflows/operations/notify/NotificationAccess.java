package org.camundaflows.operations.notify;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/** Tells on whose behalf a notification is sent (specification: access, section 5). */
@FunctionalInterface
public interface NotificationAccess {

    /**
     * @param permissions the option of that name, as rendered
     * @param caller {@code $accountability} of the run, or NullNode
     * @return null for the system itself, which {@code $full} stands for here
     * @throws org.camundaflows.operation.Rejection if the option names a role that does not exist
     */
    @Nullable
    Accountability accountability(JsonNode permissions, JsonNode caller);
}
