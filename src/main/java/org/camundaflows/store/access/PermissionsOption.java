package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.error.ItemException;
import org.jspecify.annotations.Nullable;

/** The option {@code permissions} of steps: on whose behalf a step acts (specification: access, section 5). */
public final class PermissionsOption {

    private static final String FULL = "$full";

    private final AccessRules rules;

    public PermissionsOption(AccessRules rules) {
        this.rules = rules;
    }

    /**
     * On whose behalf a step works with items.
     *
     * @param option as the step has it; missing, null, an empty text or {@code $trigger} for whoever fired the flow
     * @param fired {@code $accountability}; null, or missing, when nobody did
     * @return null for the system itself
     * @throws ItemException a plain error, if the option names no role
     */
    public @Nullable Accountability accountability(JsonNode option, JsonNode fired) {
        if (isEmpty(option)) {
            return Accountability.of(fired).orElse(null);
        }
        return switch (Json.display(option)) {
            case "$trigger" -> Accountability.of(fired).orElse(null);
            case "$public" -> Accountability.anyone(null);
            case FULL -> Accountability.full();
            default -> role(option);
        };
    }

    /** As {@link #accountability}, but {@code $full} is the system itself: notifications then have no sender. */
    public @Nullable Accountability forNotification(JsonNode option, JsonNode fired) {
        return option.isTextual() && option.textValue().equals(FULL) ? null : accountability(option, fired);
    }

    private static boolean isEmpty(JsonNode option) {
        return option.isMissingNode()
                || option.isNull()
                || (option.isTextual() && option.textValue().isEmpty());
    }

    private Accountability role(JsonNode option) {
        String id = Json.display(option);
        return rules.role(id)
                .orElseThrow(() -> new ItemException(ErrorValue.plain(
                        "Error", "Configured role \"" + id + "\" isn't a valid role ID or doesn't exist.")));
    }
}
