package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;
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
        return QueryReader.sanitised(replaced);
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
}
