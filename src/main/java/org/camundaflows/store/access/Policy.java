package org.camundaflows.store.access;

import java.util.List;
import org.camundaflows.security.AddressList;
import org.jspecify.annotations.Nullable;

/**
 * A policy with its permissions.
 *
 * @param from addresses from which it applies; null for all
 * @param permissions in the order of their ids
 */
record Policy(String id, boolean admin, boolean app, @Nullable AddressList from, List<PermissionRow> permissions) {

    Policy {
        permissions = List.copyOf(permissions);
    }

    /** A caller whose address is not known comes from nowhere. */
    boolean appliesTo(@Nullable String ip) {
        return from == null || (ip != null && from.contains(ip));
    }
}
