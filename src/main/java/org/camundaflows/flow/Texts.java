package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Visits all texts of a JSON value in document order. */
final class Texts {

    private Texts() {}

    static void visit(JsonNode value, Place place, BiConsumer<Place, String> visitor) {
        if (value.isTextual()) {
            visitor.accept(place, value.textValue());
        } else if (value.isObject()) {
            value.properties().forEach(member -> visit(member.getValue(), place.member(member.getKey()), visitor));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(value.get(i), place.element(i), visitor);
            }
        }
    }
}
