package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.jspecify.annotations.Nullable;

/** JSON values as Liquid templates read them: maps, lists, texts, numbers, booleans and null only. */
final class TemplateData {

    private TemplateData() {}

    static @Nullable Object of(JsonNode value) {
        if (value.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            value.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue())));
            return map;
        }
        if (value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(element -> list.add(of(element)));
            return list;
        }
        if (value instanceof POJONode special) {
            return ofSpecial(special);
        }
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? number(value) : value.asText();
    }

    private static @Nullable Object ofSpecial(POJONode value) {
        if (value.getPojo() instanceof ErrorValue error) {
            return of(error.audit());
        }
        return value.getPojo() instanceof DateValue date ? date.iso() : value.asText();
    }

    /** Without zeros at the end, as texts show numbers elsewhere. */
    private static Object number(JsonNode value) {
        String text = Json.number(value);
        if (value.isIntegralNumber()) {
            return value.numberValue();
        }
        return Character.isLetter(text.charAt(text.length() - 1)) ? text : new BigDecimal(text);
    }
}
