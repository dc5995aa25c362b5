package org.camundaflows.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a BPMN element says in texts.
 *
 * @param id id of the element
 * @param name name of the element, or null when it has none
 * @param texts its fields or properties by name, in their order; not trimmed
 */
public record ElementTexts(String id, @Nullable String name, Map<String, String> texts) {

    /** The text, or an empty one when it is absent or blank. */
    String text(String field) {
        String text = texts.getOrDefault(field, "");
        return XmlText.isBlank(text) ? "" : text;
    }

    /** The texts without those of the given names. */
    Map<String, String> without(String... fields) {
        Map<String, String> others = new LinkedHashMap<>(texts);
        for (String field : fields) {
            others.remove(field);
        }
        return others;
    }
}
