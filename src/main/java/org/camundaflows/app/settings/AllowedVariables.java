package org.camundaflows.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The environment variables that flows may read, with the types they were given: {@code $env}. */
final class AllowedVariables {

    private AllowedVariables() {}

    /**
     * Reads the allowed variables, in the order of the list.
     *
     * @param allowed names; one that is not set is left out
     * @throws InvalidSetting if a value does not fit its type prefix
     */
    static Map<String, JsonNode> read(List<String> allowed, Variables.Lookup lookup) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String name : allowed) {
            String text = lookup.get(name);
            if (text != null) {
                values.put(name, TypedVariables.value(name, text));
            }
        }
        return values;
    }
}
