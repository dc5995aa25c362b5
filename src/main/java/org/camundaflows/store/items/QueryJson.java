package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camundaflows.store.query.Query;
import org.jspecify.annotations.Nullable;

/** Queries as listeners see them: only the members that were given. */
final class QueryJson {

    private QueryJson() {}

    static ObjectNode of(Query query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        list(json, "fields", query.fields());
        if (!query.filter().isNull()) {
            json.set("filter", query.filter());
        }
        list(json, "sort", query.sort());
        number(json, "limit", query.limit());
        number(json, "offset", query.offset());
        number(json, "page", query.page());
        if (query.search() != null) {
            json.put("search", query.search());
        }
        object(json, "aggregate", query.aggregate());
        list(json, "groupBy", query.groupBy());
        object(json, "deep", query.deep());
        object(json, "alias", query.alias());
        if (!query.backlink()) {
            json.put("backlink", false);
        }
        return json;
    }

    /** The query a listener put in place of another; what is no object changes nothing. */
    static Query read(JsonNode replaced, Query query) {
        if (!replaced.isObject() || replaced.equals(of(query))) {
            return query;
        }
        return new Query(
                texts(replaced.path("fields")),
                replaced.path("filter").isMissingNode() ? NullNode.getInstance() : replaced.path("filter"),
                texts(replaced.path("sort")),
                integer(replaced.path("limit")),
                integer(replaced.path("offset")),
                integer(replaced.path("page")),
                replaced.path("search").textValue(),
                members(replaced.path("aggregate")),
                texts(replaced.path("groupBy")),
                members(replaced.path("deep")),
                members(replaced.path("alias")),
                replaced.path("backlink").asBoolean(true));
    }

    private static void list(ObjectNode json, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(member)::add);
        }
    }

    private static void number(ObjectNode json, String member, @Nullable Integer number) {
        if (number != null) {
            json.put(member, number);
        }
    }

    private static void object(ObjectNode json, String member, ObjectNode object) {
        if (!object.isEmpty()) {
            json.set(member, object);
        }
    }

    private static List<String> texts(JsonNode list) {
        if (list.isTextual()) {
            return Stream.of(list.textValue().split(",")).map(String::strip).toList();
        }
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    private static @Nullable Integer integer(JsonNode number) {
        return number.isNumber() ? Integer.valueOf(number.intValue()) : null;
    }

    private static ObjectNode members(JsonNode object) {
        return object instanceof ObjectNode members ? members : JsonNodeFactory.instance.objectNode();
    }
}
