package org.camundaflows.conformance;

import java.util.Set;

/**
 * Which cases a developer asked for.
 *
 * @param areas names of areas; empty means all
 * @param ids ids of cases; empty means all
 */
record Selection(Set<String> areas, Set<String> ids) {

    /** From the system properties {@code conformance.area} and {@code conformance.case}, comma-separated. */
    static Selection fromSystemProperties() {
        return new Selection(names("conformance.area"), names("conformance.case"));
    }

    private static Set<String> names(String property) {
        String value = System.getProperty(property, "").strip();
        return value.isEmpty() ? Set.of() : Set.of(value.split("\\s*,\\s*"));
    }

    boolean includes(Case one) {
        return (areas.isEmpty() || areas.contains(one.area())) && (ids.isEmpty() || ids.contains(one.id()));
    }
}
