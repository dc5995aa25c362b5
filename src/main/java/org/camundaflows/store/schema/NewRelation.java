package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.jspecify.annotations.Nullable;

/**
 * A relation to be made, from the form that Directus's interfaces give it.
 *
 * @param related null when it refers to several collections
 * @param relatedKey primary key of {@code related}
 * @param keyed whether the database is to guard it
 * @param onDelete what becomes of the reference when the other item is deleted; null for nothing
 * @param meta the row of {@code directus_relations}; null for none
 */
record NewRelation(
        String collection,
        String field,
        @Nullable String related,
        @Nullable String relatedKey,
        boolean keyed,
        @Nullable String onDelete,
        @Nullable ObjectNode meta) {

    static NewRelation of(JsonNode body, Schema schema) {
        String collection = body.path("collection").asText();
        String field = body.path("field").asText();
        String related = Metadata.text(body, "related_collection");
        CollectionSchema many = schema.collection(collection).orElseThrow(() -> unknownCollection(collection));
        FieldSchema holder =
                many.field(field).filter(found -> !found.isAlias()).orElseThrow(() -> unknownField(collection, field));
        if (schema.reference(collection, field).isPresent()) {
            throw ItemErrors.invalidPayload("Field \"" + field + "\" in collection \"" + collection
                    + "\" already has an associated relationship");
        }
        CollectionSchema one = related == null ? null : one(schema, related, holder);
        if (one == null && Metadata.text(body.path("meta"), "one_collection_field") == null) {
            throw ItemErrors.invalidPayload("\"related_collection\" is required");
        }
        boolean keyed = one != null && !body.path("schema").isNull();
        return new NewRelation(
                collection,
                field,
                related,
                one == null ? null : one.primaryKey(),
                keyed,
                Metadata.text(body.path("schema"), "on_delete"),
                body.path("meta").isObject() ? row(collection, field, related, body.path("meta")) : null);
    }

    private static CollectionSchema one(Schema schema, String related, FieldSchema holder) {
        CollectionSchema one = schema.collection(related).orElseThrow(() -> unknownCollection(related));
        Column key = one.key().column();
        Column column = holder.column();
        if (key != null && column != null && !key.databaseType().equals(column.databaseType())) {
            throw ItemErrors.invalidPayload(
                    "Field \"" + holder.name() + "\" is of another type than the primary key of \"" + related + "\"");
        }
        return one;
    }

    private static ObjectNode row(String collection, String field, @Nullable String related, JsonNode meta) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        meta.properties().forEach(member -> row.set(member.getKey(), member.getValue()));
        row.remove("id");
        return row.put("many_collection", collection).put("many_field", field).put("one_collection", related);
    }

    private static ItemException unknownCollection(String name) {
        return ItemErrors.invalidPayload("Collection \"" + name + "\" doesn't exist");
    }

    private static ItemException unknownField(String collection, String name) {
        return ItemErrors.invalidPayload("Field \"" + name + "\" doesn't exist in collection \"" + collection + "\"");
    }
}
