package org.camundaflows.operations.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;

/** The options that the item steps share: their descriptions, and how they are read. */
final class ItemOptions {

    static final String COLLECTION = "collection";
    static final String KEY = "key";
    static final String QUERY = "query";
    static final String PAYLOAD = "payload";

    private static final String AGGREGATE = "aggregate";
    private static final String PERMISSIONS = "permissions";
    private static final String EMIT_EVENTS = "emitEvents";

    private ItemOptions() {}

    /** The options all item steps have, then those of one. */
    static List<Option> common(Option... own) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of(COLLECTION, "Collection", Option.Kind.TEXT, "Name of the collection.")
                .asRequired());
        options.add(Option.of(
                        PERMISSIONS,
                        "Permissions",
                        Option.Kind.TEXT,
                        "Whose rights count: $trigger (the caller's), $public, $full, or the id of a role.")
                .withDefault("$trigger"));
        options.add(Option.of(EMIT_EVENTS, "Emit Events", Option.Kind.BOOLEAN, "Whether flows hear of it.")
                .withDefault("false"));
        options.addAll(List.of(own));
        return options;
    }

    static Option key(String hint) {
        return Option.of(KEY, "IDs", Option.Kind.CSV, hint);
    }

    static Option query(String hint) {
        return Option.of(QUERY, "Query", Option.Kind.JSON, hint);
    }

    static Option payload(String hint) {
        return Option.of(PAYLOAD, "Payload", Option.Kind.JSON, hint);
    }

    static JsonNode permissions(Options options) {
        return options.raw(PERMISSIONS);
    }

    static boolean emitsEvents(Options options) {
        return !isFalsy(options.raw(EMIT_EVENTS));
    }

    /** The keys that are given; none when the option is absent, or what JavaScript counts as false. */
    static List<JsonNode> keys(Options options) {
        return isFalsy(options.raw(KEY)) ? List.of() : options.array(KEY);
    }

    /** The query as an object; an empty one when there is none. */
    static JsonNode queryObject(Options options) {
        return isFalsy(options.raw(QUERY)) ? JsonNodeFactory.instance.objectNode() : options.object(QUERY);
    }

    static Query query(Options options) {
        return QueryReader.sanitised(queryObject(options));
    }

    /** Directus shows the fields of aggregates as lists, however they were written. */
    static ObjectNode recorded(ObjectNode options) {
        if (!(options.path(QUERY).path(AGGREGATE) instanceof ObjectNode aggregate)) {
            return options;
        }
        ObjectNode recorded = options.deepCopy();
        ObjectNode lists = recorded.withObject("/" + QUERY + "/" + AGGREGATE);
        aggregate.properties().stream()
                .filter(function -> function.getValue().isTextual())
                .forEach(function -> {
                    ArrayNode fields = lists.putArray(function.getKey());
                    List.of(function.getValue().textValue().split(",")).forEach(fields::add);
                });
        return recorded;
    }

    /** What is to be written; missing when there is nothing. */
    static JsonNode payload(Options options) {
        JsonNode payload = options.raw(PAYLOAD);
        return isFalsy(payload) ? JsonNodeFactory.instance.missingNode() : options.object(PAYLOAD);
    }

    private static boolean isFalsy(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.doubleValue() == 0);
    }
}
