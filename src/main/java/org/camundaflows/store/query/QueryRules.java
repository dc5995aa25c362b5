package org.camundaflows.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;
import org.camundaflows.store.query.sql.ValuePaths;
import org.jspecify.annotations.Nullable;

/** What is wrong with queries that come from outside (specification: items-query, section 1). */
public final class QueryRules {

    static final String NO_JSON = "Invalid JSON for filter object";
    static final String TOO_DEEP = "Max relational depth exceeded";
    static final int MAX_DEPTH = 10;

    /** Java alone would also take {@code 1d} and hexadecimal fractions. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    private QueryRules() {}

    /**
     * What is wrong with the form of a query: the rules for query parameters of every route.
     *
     * @param query as it came: parameters of a query string are texts
     * @return the first problem, the reason of an {@code INVALID_QUERY}
     */
    public static Optional<String> problem(JsonNode query) {
        return first(
                number(query, "limit", -1),
                number(query, "offset", 0),
                number(query, "page", 0),
                list(query, "fields"),
                list(query, "sort"),
                list(query, "groupBy"),
                filter(query.path("filter")));
    }

    /** What is wrong with the contents of a query of items. */
    static Optional<String> problem(Query query) {
        return first(
                query.page() != null && query.page() < 1 ? "\"page\" must be greater than or equal to 1" : null,
                depth(query.fields()),
                depth(query.sort()),
                deep(query.deep(), 0) > MAX_DEPTH ? TOO_DEEP : null,
                alias(query.alias()),
                FilterRules.problem(query.filter()).orElse(null));
    }

    private static Optional<String> first(@Nullable String... problems) {
        for (String problem : problems) {
            if (problem != null) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String number(JsonNode query, String name, int minimum) {
        JsonNode value = query.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        double number = value.isTextual() ? numeric(value.textValue().strip()) : plain(value);
        if (Double.isNaN(number)) {
            return "\"" + name + "\" must be a number";
        }
        if (number != Math.rint(number)) {
            return "\"" + name + "\" must be an integer";
        }
        return number < minimum ? "\"" + name + "\" must be greater than or equal to " + minimum : null;
    }

    private static double plain(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static double numeric(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static @Nullable String list(JsonNode query, String name) {
        return query.path(name).isObject() ? "\"" + name + "\" must be a string or array" : null;
    }

    private static @Nullable String filter(JsonNode filter) {
        if (!filter.isTextual()) {
            return null;
        }
        try {
            Json.parse(filter.textValue());
            return null;
        } catch (JsonProcessingException e) {
            return NO_JSON;
        }
    }

    private static @Nullable String depth(List<String> paths) {
        return paths.stream().anyMatch(path -> ValuePaths.split(path).size() > MAX_DEPTH) ? TOO_DEEP : null;
    }

    private static int deep(JsonNode deep, int levels) {
        int deepest = levels;
        if (levels <= MAX_DEPTH) {
            for (Map.Entry<String, JsonNode> entry : deep.properties()) {
                if (!entry.getKey().startsWith("_")) {
                    deepest = Math.max(deepest, deep(entry.getValue(), levels + 1));
                }
            }
        }
        return deepest;
    }

    private static @Nullable String alias(ObjectNode alias) {
        for (Map.Entry<String, JsonNode> entry : alias.properties()) {
            if (entry.getKey().contains(".")) {
                return "\"alias\" key can't contain a period character \".\"";
            }
            if (!entry.getValue().isTextual()) {
                return "\"alias\" value has to be a string";
            }
            if (entry.getValue().textValue().contains(".")) {
                return "\"alias\" value can't contain a period character \".\"";
            }
        }
        return null;
    }
}
