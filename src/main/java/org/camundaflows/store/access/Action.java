package org.camundaflows.store.access;

import java.util.Locale;

/** What a permission is about (specification: access, section 4). */
public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE;

    /** As permissions spell it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
