package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.Relation;
import org.camundaflows.store.schema.Schema;

/** What nobody may read again, in payloads that are kept: values of concealed and hashed fields, of nested items too. */
final class Concealed {

    static final String MASK = "**********";

    private final Schema schema;

    private Concealed(Schema schema) {
        this.schema = schema;
    }

    /** A copy without the values. */
    static ObjectNode within(Schema schema, CollectionSchema collection, ObjectNode payload) {
        return new Concealed(schema).masked(collection, payload);
    }

    private ObjectNode masked(CollectionSchema collection, ObjectNode payload) {
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        payload.properties()
                .forEach(entry ->
                        masked.set(entry.getKey(), masked(collection, payload, entry.getKey(), entry.getValue())));
        return masked;
    }

    private JsonNode masked(CollectionSchema collection, ObjectNode payload, String name, JsonNode value) {
        boolean hidden = collection.field(name).filter(Concealed::isHidden).isPresent();
        if (hidden && !value.isNull()) {
            return JsonNodeFactory.instance.textNode(MASK);
        }
        return value.isContainerNode()
                ? related(collection, payload, name)
                        .map(related -> nested(related, value))
                        .orElse(value)
                : value;
    }

    private static boolean isHidden(FieldSchema field) {
        return field.isConcealed() || field.has("hash") || field.has("encrypt");
    }

    private Optional<CollectionSchema> related(CollectionSchema collection, ObjectNode payload, String name) {
        Optional<Relation> reference = schema.reference(collection.name(), name);
        Optional<String> one = reference.map(relation -> relation.one() == null
                ? payload.path(relation.collectionField()).asText()
                : relation.one());
        return one.or(() -> schema.list(collection.name(), name).map(Relation::many))
                .flatMap(schema::collection);
    }

    /** One item, a list of them, or a list's changes. */
    private JsonNode nested(CollectionSchema collection, JsonNode value) {
        if (value instanceof ArrayNode list) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            list.forEach(entry -> masked.add(nested(collection, entry)));
            return masked;
        }
        if (!(value instanceof ObjectNode item)) {
            return value;
        }
        ObjectNode masked = masked(collection, item);
        for (String part : new String[] {"create", "update"}) {
            if (masked.path(part).isArray() && collection.field(part).isEmpty()) {
                masked.set(part, nested(collection, masked.get(part)));
            }
        }
        return masked;
    }
}
