package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Brings a data model from elsewhere: the collections, fields and relations of a snapshot, of which those that are not
 * there are created. What is there is never changed, even when it differs.
 */
public final class SchemaImport {

    private final Database database;
    private final SchemaReader reader;
    private final SchemaChanges changes;

    public SchemaImport(Database database, SchemaReader reader) {
        this.database = database;
        this.reader = reader;
        this.changes = new SchemaChanges(database, reader);
    }

    /**
     * What {@link #apply} would create; nothing is changed.
     *
     * @param model {@code collections}, {@code fields} and {@code relations}, as Directus's interfaces list them; see
     *     {@link SchemaSnapshot} for files
     */
    public SchemaDifference compare(JsonNode model) {
        return compare(model, reader.read());
    }

    private SchemaDifference compare(JsonNode model, Schema schema) {
        Set<String> tables = schema.collections().keySet();
        Set<String> described = Metadata.read(database, tables).collections().keySet();
        return SchemaDifference.between(model, schema, described);
    }

    /**
     * Creates what is missing: collections first, then fields, then relations. Fields that hold keys get the type that the
     * keys have in this database.
     *
     * @return what was created
     * @throws org.camundaflows.store.error.ItemException as {@link SchemaChanges} does; what came before stays
     */
    public SchemaDifference apply(JsonNode model) {
        Schema schema = reader.read();
        SchemaDifference missing = compare(model, schema);
        Map<String, List<JsonNode>> fields = byCollection(missing.fields(), new KeyTypes(model, schema));
        parentsFirst(missing.collections())
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

    /** A collection may be in a group, which is a collection as well. Groups in a circle stay as they are. */
    private static List<JsonNode> parentsFirst(List<JsonNode> collections) {
        Map<String, JsonNode> open = collections.stream()
                .collect(Collectors.toMap(
                        body -> body.path("collection").asText(),
                        body -> body,
                        (one, other) -> one,
                        LinkedHashMap::new));
        List<JsonNode> ordered = new ArrayList<>();
        for (JsonNode collection : collections) {
            int at = ordered.size();
            JsonNode next = open.remove(collection.path("collection").asText());
            while (next != null) {
                ordered.add(at, next);
                next = open.remove(next.path("meta").path("group").asText());
            }
        }
        return ordered;
    }

    private static ObjectNode body(JsonNode collection, @Nullable List<JsonNode> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        collection.properties().forEach(member -> body.set(member.getKey(), member.getValue()));
        body.putArray("fields").addAll(fields == null ? List.of() : fields);
        return body;
    }

    static List<JsonNode> members(JsonNode model, String name) {
        return StreamSupport.stream(model.path(name).spliterator(), false).toList();
    }
}
