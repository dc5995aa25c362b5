package org.camundaflows.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;
import org.camundaflows.trigger.Refusal;

/** Checks query parameters that have a meaning of their own on every route (specification: triggers, section 3). */
final class QueryCheck {

    /** Java alone would also take {@code 1d} and hexadecimal fractions. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    private QueryCheck() {}

    /** @throws Refusal {@code INVALID_QUERY} for the first wrong one */
    static void check(ObjectNode query) {
        number(query, "limit", -1);
        number(query, "offset", 0);
        number(query, "page", 0);
        for (String list : List.of("fields", "sort", "groupBy")) {
            if (query.path(list).isObject()) {
                throw Refusal.invalidQuery("\"" + list + "\" must be a string or array");
            }
        }
        filter(query.path("filter"));
    }

    private static void number(ObjectNode query, String name, int minimum) {
        JsonNode value = query.path(name);
        if (value.isMissingNode()) {
            return;
        }
        double number = value.isTextual() ? numeric(value.textValue().strip()) : Double.NaN;
        if (Double.isNaN(number)) {
            throw Refusal.invalidQuery("\"" + name + "\" must be a number");
        }
        if (number != Math.rint(number)) {
            throw Refusal.invalidQuery("\"" + name + "\" must be an integer");
        }
        if (number < minimum) {
            throw Refusal.invalidQuery("\"" + name + "\" must be greater than or equal to " + minimum);
        }
    }

    private static double numeric(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static void filter(JsonNode filter) {
        if (!filter.isTextual()) {
            return;
        }
        try {
            Json.parse(filter.textValue());
        } catch (JsonProcessingException e) {
            throw Refusal.invalidQuery("Invalid JSON for filter object");
        }
    }
}
