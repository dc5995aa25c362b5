package org.camundaflows.store.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** That a policy holds for a role, or for the public without one. */
record Grant(@Nullable String role, String policy) {

    /** Where its role stands among others; after all of them when it is for no role. */
    int rank(List<String> roles) {
        return role == null ? roles.size() : roles.indexOf(role);
    }
}
