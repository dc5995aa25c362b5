package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Brings a data model from elsewhere: the collections, fields and relations of a snapshot, of which those that are not
 * there are created. What is there is never changed, even when it differs.
 */
public final class SchemaImport {

    private final SchemaReader reader;
    private final SchemaChanges changes;

    public SchemaImport(Database database, SchemaReader reader) {
        this.reader = reader;
        this.changes = new SchemaChanges(database, reader);
    }

    /**
     * What {@link #apply} would create.
     *
     * @param model {@code collections}, {@code fields} and {@code relations}, as Directus's interfaces list them
     */
    public SchemaDifference compare(JsonNode model) {
        return SchemaDifference.between(model, reader.read());
    }

    /**
     * Creates what is missing: collections first, then fields, then relations.
     *
     * @return what was created
     * @throws org.camundaflows.store.error.ItemException as {@link SchemaChanges} does; what came before stays
     */
    public SchemaDifference apply(JsonNode model) {
        SchemaDifference missing = compare(model);
        KeyTypes types = new KeyTypes(model, reader.read());
        Map<String, List<JsonNode>> fields = byCollection(missing.fields(), types);
        missing.collections()
                .forEach(collection -> changes.createCollection(body(
                        collection, fields.remove(collection.path("collection").asText()))));
        fields.forEach((collection, added) -> added.forEach(field -> changes.createField(collection, field)));
        missing.relations().forEach(changes::createRelation);
        return missing;
    }

    private static Map<String, List<JsonNode>> byCollection(List<JsonNode> fields, KeyTypes types) {
        Map<String, List<JsonNode>> grouped = new LinkedHashMap<>();
        for (JsonNode field : fields) {
            grouped.computeIfAbsent(field.path("collection").asText(), name -> new ArrayList<>())
                    .add(types.adapt(field));
        }
        return grouped;
    }

    private static ObjectNode body(JsonNode collection, @Nullable List<JsonNode> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.setAll((ObjectNode) collection);
        body.putArray("fields").addAll(fields == null ? List.of() : fields);
        return body;
    }

    static List<JsonNode> members(JsonNode model, String name) {
        return StreamSupport.stream(model.path(name).spliterator(), false).toList();
    }
}
