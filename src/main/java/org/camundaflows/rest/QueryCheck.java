package org.camundaflows.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.trigger.Refusal;

/** Checks query parameters that have a meaning of their own on every route (specification: triggers, section 3). */
final class QueryCheck {

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
        double number;
        try {
            number = value.isTextual() ? numeric(value.textValue()) : Double.NaN;
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
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
        return text.isBlank() ? 0 : Double.parseDouble(text.strip());
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
