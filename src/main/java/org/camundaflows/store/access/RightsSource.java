package org.camundaflows.store.access;

import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/** Works out what a caller may do. */
@FunctionalInterface
public interface RightsSource {

    /** @param accountability null for the system itself */
    Rights of(@Nullable Accountability accountability);
}
