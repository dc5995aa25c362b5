package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.schema.CollectionSchema;
import org.jspecify.annotations.Nullable;

/** Queries that ask for items by their keys (specification: items-query, section 1). */
final class Queries {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Queries() {}

    static Query ofKeys(CollectionSchema collection, List<JsonNode> keys, int limit) {
        return with(Query.DEFAULT, is(collection.primaryKey(), "_in", array(keys)), limit);
    }

    /** What a query asks for, of one item: a rule on its key gives way. */
    static Query one(CollectionSchema collection, JsonNode key, Query query) {
        ObjectNode filter = query.filter() instanceof ObjectNode given ? given.deepCopy() : NODES.objectNode();
        filter.setAll(is(collection.primaryKey(), "_eq", key));
        return with(query, filter, query.limit());
    }

    /** What a query asks for, of some items. */
    static Query many(CollectionSchema collection, List<JsonNode> keys, Query query) {
        ObjectNode filter = NODES.objectNode();
        ArrayNode all = filter.putArray("_and").add(is(collection.primaryKey(), "_in", array(keys)));
        if (!query.filter().isNull()) {
            all.add(query.filter());
        }
        return with(query, filter, query.limit() == null ? Integer.valueOf(keys.size()) : query.limit());
    }

    /** All items whose field has a value, except some. */
    static Query children(
            CollectionSchema collection, String reference, JsonNode parent, String operator, List<JsonNode> keys) {
        ObjectNode filter = NODES.objectNode();
        filter.putArray("_and")
                .add(is(reference, "_eq", parent))
                .add(is(collection.primaryKey(), operator, array(keys)));
        return with(Query.DEFAULT, filter, -1);
    }

    static Query with(Query query, JsonNode filter, @Nullable Integer limit) {
        return new Query(
                query.fields(),
                filter,
                query.sort(),
                limit,
                query.offset(),
                query.page(),
                query.search(),
                query.aggregate(),
                query.groupBy(),
                query.deep(),
                query.alias(),
                query.backlink());
    }

    private static ObjectNode is(String field, String operator, JsonNode operand) {
        ObjectNode rule = NODES.objectNode();
        rule.putObject(field).set(operator, operand);
        return rule;
    }

    private static ArrayNode array(List<JsonNode> keys) {
        ArrayNode array = NODES.arrayNode();
        keys.forEach(array::add);
        return array;
    }
}
