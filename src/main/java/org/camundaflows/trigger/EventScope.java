package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The events an event flow listens to (specification: triggers, section 2.1).
 *
 * @param filter whether it hears of them before they take effect
 * @param names events, {@code *} standing for one part of a name
 */
record EventScope(boolean filter, Set<String> names) {

    private static final String SYSTEM = "directus_";

    /** The events that only mean something together with collections. */
    private static final Set<String> OF_COLLECTIONS = Set.of("items.create", "items.update", "items.delete");

    static final EventScope NOTHING = new EventScope(false, Set.of());

    static EventScope of(ObjectNode options) {
        String type = options.path("type").asText();
        if (!type.equals("filter") && !type.equals("action")) {
            return NOTHING;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String scope : list(options.path("scope"))) {
            if (OF_COLLECTIONS.contains(scope)) {
                list(options.path("collections")).forEach(collection -> names.add(name(collection, scope)));
            } else {
                names.add(scope);
            }
        }
        return new EventScope(type.equals("filter"), names);
    }

    private static String name(String collection, String scope) {
        return collection.startsWith(SYSTEM)
                ? collection.substring(SYSTEM.length()) + scope.substring(scope.indexOf('.'))
                : collection + "." + scope;
    }

    /** The entries of a list, or of a text with commas. */
    static List<String> list(JsonNode value) {
        List<String> entries = new ArrayList<>();
        if (value.isTextual()) {
            entries.addAll(List.of(value.textValue().split(",")));
        }
        value.forEach(entry -> entries.add(entry.asText()));
        entries.removeIf(String::isEmpty);
        return entries;
    }

    boolean hears(String event) {
        return names.stream().anyMatch(name -> name.equals(event) || (name.indexOf('*') >= 0 && matches(name, event)));
    }

    private static boolean matches(String pattern, String event) {
        String[] wanted = pattern.split("\\.", -1);
        String[] parts = event.split("\\.", -1);
        if (wanted.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
