package org.camundaflows.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;

/** Evaluation of filters written as text, at a fixed moment. */
final class Filters {

    static final Instant NOW = Instant.parse("2024-03-31T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Filters() {}

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static DynamicVariables variables(JsonNode accountability) {
        return new CallerVariables(accountability, CLOCK, ZoneOffset.UTC);
    }

    static Filter parse(String filter) {
        return Filter.parse(json(filter), variables(NullNode.getInstance()), Filter.Use.CONDITION);
    }

    static List<ErrorValue> condition(String filter, String payload) {
        return condition(parse(filter), json(payload), ZoneOffset.UTC);
    }

    static List<ErrorValue> condition(Filter filter, JsonNode payload, ZoneId zone) {
        return new PayloadValidator(PayloadValidator.Settings.CONDITION, CLOCK, zone).validate(filter, payload);
    }

    /** The extensions of the only error without the field, or "holds". */
    static String outcome(List<ErrorValue> errors) {
        return errors.isEmpty()
                ? "holds"
                : String.join(
                        " ",
                        errors.stream()
                                .map(error -> Json.write(error.json().get("extensions"))
                                        .replace('"', '\'')
                                        .replace("{'field':'v','path':[],'type':", "{"))
                                .toList());
    }
}
