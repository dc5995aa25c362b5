package org.camundaflows.store.items;

import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the item services act.
 *
 * @param accountability null for the system itself: no checks, no validation rules, no presets, no tracking
 * @param events whether others hear of what happens
 */
public record Session(@Nullable Accountability accountability, boolean events) {

    /** The system itself, unheard. */
    public static final Session SYSTEM = new Session(null, false);
}
