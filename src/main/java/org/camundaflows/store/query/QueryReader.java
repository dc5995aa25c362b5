package org.camundaflows.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.filter.JsNumber;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.jspecify.annotations.Nullable;

/** Reads queries from JSON (specification: items-query, section 1). */
public final class QueryReader {

    private QueryReader() {}

    /**
     * As item steps do: a limit that is no number is none, unknown keys are ignored, lists may be text with commas, and
     * objects JSON text.
     *
     * @param query anything; what is no object is the default query
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} for a filter that is text but not JSON
     */
    public static Query sanitised(JsonNode query) {
        return new Query(
                Texts.list(query.path("fields")),
                filter(query.path("filter")),
                Texts.list(query.path("sort")),
                limit(query.path("limit")),
                whole(query.path("offset")),
                whole(query.path("page")),
                search(query.path("search")),
                object(query.path("aggregate")),
                Texts.list(query.path("groupBy")),
                object(query.path("deep")),
                object(query.path("alias")),
                backlink(query.path("backlink")));
    }

    /**
     * As REST does: like {@link #sanitised}, after what is wrong has been refused.
     *
     * @param query as it came: parameters of a query string are texts
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} for the first thing wrong
     */
    public static Query validated(JsonNode query) {
        QueryRules.problem(query).ifPresent(problem -> {
            throw ItemErrors.invalidQuery(problem);
        });
        Query read = sanitised(query);
        QueryRules.problem(read).ifPresent(problem -> {
            throw ItemErrors.invalidQuery(problem);
        });
        return read;
    }

    /** The query that {@code deep} holds for a relation: keys with underscore are its own, others lead further. */
    static Query deep(Query query, String name) {
        JsonNode given = query.deep().path(name);
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode further = own.putObject("deep");
        given.properties().forEach(entry -> {
            if (entry.getKey().startsWith("_")) {
                own.set(entry.getKey().substring(1), entry.getValue());
            } else {
                further.set(entry.getKey(), entry.getValue());
            }
        });
        own.set("deep", further);
        own.put("backlink", query.backlink());
        return sanitised(own);
    }

    private static JsonNode filter(JsonNode filter) {
        if (filter.isMissingNode()) {
            return NullNode.getInstance();
        }
        if (!filter.isTextual()) {
            return filter;
        }
        try {
            return Json.parse(filter.textValue());
        } catch (JsonProcessingException e) {
            throw ItemErrors.invalidQuery(QueryRules.NO_JSON);
        }
    }

    private static ObjectNode object(JsonNode value) {
        JsonNode object = value;
        if (value.isTextual()) {
            try {
                object = Json.parse(value.textValue());
            } catch (JsonProcessingException e) {
                object = NullNode.getInstance();
            }
        }
        return object instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
    }

    private static @Nullable Integer limit(JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return null;
        }
        Integer number = whole(limit);
        return number == null ? Integer.valueOf(QueryLimits.ALL) : number;
    }

    private static @Nullable Integer whole(JsonNode value) {
        double number = value.isMissingNode() || value.isNull() ? Double.NaN : JsNumber.of(value);
        return Double.isNaN(number) ? null : Integer.valueOf((int) number);
    }

    private static @Nullable String search(JsonNode search) {
        return search.isValueNode() && !search.isNull() ? Json.display(search) : null;
    }

    private static boolean backlink(JsonNode backlink) {
        String text = backlink.asText();
        return !text.equals("false") && !text.equals("0");
    }
}
