package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.sql.Database;

/**
 * Changes the data model: the tables, and the metadata about them. Bodies have the form of Directus's interfaces for
 * collections, fields and relations. Each change is whole or is not made.
 */
public final class SchemaChanges {

    private final SchemaReader reader;
    private final ColumnTypes types;
    private final TableChanges tables;
    private final MetadataChanges metadata;
    private final WholeChange change;

    public SchemaChanges(Database database, SchemaReader reader) {
        this.reader = reader;
        this.types = new ColumnTypes(database.dialect());
        this.tables = new TableChanges(database);
        this.metadata = new MetadataChanges(database, reader);
        this.change = new WholeChange(database, reader, tables);
    }

    /**
     * Creates a collection with its fields. Without a field that is the primary key, it gets {@code id}, a counter.
     *
     * @param body {@code collection}, {@code fields}; {@code meta} null for a table that only the database knows;
     *     {@code schema} null for a folder of collections, which has no table
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for names that are taken or not allowed,
     *     for unknown types and for unfit fields
     */
    public void createCollection(JsonNode body) {
        String name = Names.collection(body.path("collection").asText());
        if (reader.read().collection(name).isPresent() || tables.exists(name) || metadata.hasCollection(name)) {
            throw ItemErrors.invalidPayload("Collection \"" + name + "\" already exists");
        }
        List<JsonNode> fields = NewFields.of(body);
        boolean folder = body.path("schema").isNull();
        List<NewColumn> columns = fields.stream()
                .filter(field -> !NewColumn.isAlias(field))
                .map(field -> NewColumn.of(field, types))
                .toList();
        change.make(
                () -> {
                    if (!folder) {
                        tables.create(name, columns);
                    }
                },
                () -> addCollection(name, body.path("meta"), folder ? List.of() : fields),
                () -> tables.drop(name));
    }

    private void addCollection(String name, JsonNode meta, List<JsonNode> fields) {
        if (meta.isObject()) {
            metadata.addCollection(name, meta);
        }
        fields.forEach(field -> metadata.addField(name, field));
    }

    /**
     * Adds a field, with a column unless its type is {@code alias}.
     *
     * @param body {@code field}, {@code type}, {@code schema}, {@code meta}
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for names that are taken or not allowed and
     *     for unknown types; {@code CONTAINS_NULL_VALUES} for a field that must not be null, without a default, in a
     *     collection with items; {@code FORBIDDEN} for unknown collections
     */
    public void createField(String collection, JsonNode body) {
        CollectionSchema known = known(collection);
        String name = Names.field(body.path("field").asText());
        if (known.field(name).isPresent()) {
            throw ItemErrors.invalidPayload(
                    "Field \"" + name + "\" already exists in collection \"" + collection + "\"");
        }
        if (NewColumn.isAlias(body)) {
            change.make(() -> {}, () -> metadata.addField(collection, body), () -> {});
            return;
        }
        NewColumn column = NewColumn.of(body, types);
        if (column.primary()) {
            throw ItemErrors.invalidPayload("Collection \"" + collection + "\" already has a primary key");
        }
        if (!column.type().nullable() && !column.type().defaulted() && tables.hasRows(collection)) {
            throw ItemErrors.containsNullValues(collection, name);
        }
        change.make(
                () -> tables.addColumn(collection, column),
                () -> metadata.addField(collection, body),
                () -> tables.dropColumn(collection, name));
    }

    /**
     * Makes a relation, with a foreign key unless it refers to several collections or {@code schema} is null.
     *
     * @param body {@code collection}, {@code field}, {@code related_collection}, {@code schema}, {@code meta}
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for unknown collections and fields, for a
     *     second relation of a field, and for fields of another type than the key they are to hold;
     *     {@code INVALID_FOREIGN_KEY} when items already refer to what is not there
     */
    public void createRelation(JsonNode body) {
        NewRelation relation = NewRelation.of(body, reader.read());
        change.make(
                () -> {
                    if (relation.keyed()) {
                        tables.addForeignKey(relation);
                    }
                },
                () -> metadata.addRelation(relation),
                () -> tables.dropForeignKey(relation.collection(), relation.field()));
    }

    /**
     * Changes what {@code directus_collections} says; a collection without a row gets one.
     *
     * @param meta the columns to change
     */
    public void updateCollection(String collection, JsonNode meta) {
        knownOrFolder(collection);
        rows(changes -> changes.updateCollection(collection, meta));
    }

    /**
     * Changes what {@code directus_fields} says; a field without a row gets one. The column stays as it is.
     *
     * @param meta the columns to change
     */
    public void updateField(String collection, String field, JsonNode meta) {
        knownField(known(collection), field);
        rows(changes -> changes.updateField(collection, field, meta));
    }

    /** Changes what {@code directus_relations} says of the reference in a field. */
    public void updateRelation(String collection, String field, JsonNode meta) {
        knownField(known(collection), field);
        rows(changes -> changes.updateRelation(collection, field, meta));
    }

    /**
     * Deletes a collection with its items, its metadata, its permissions and the relations with it. Fields of other
     * collections that list its items go; those that hold keys of its items stay, as plain fields.
     *
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for tables of Directus and of the engine;
     *     {@code FORBIDDEN} for unknown collections
     */
    public void deleteCollection(String collection) {
        Names.collection(collection);
        knownOrFolder(collection);
        List<Relation> relations = reader.read().relations().stream()
                .filter(relation -> !relation.many().equals(relation.one()))
                .toList();
        change.make(
                () -> {
                    relations.stream()
                            .filter(relation -> collection.equals(relation.one()))
                            .forEach(relation -> tables.dropForeignKey(relation.many(), relation.manyField()));
                    tables.drop(collection);
                },
                () -> metadata.removeCollection(collection, listsOf(collection, relations)),
                () -> {});
    }

    private static List<Relation> listsOf(String collection, List<Relation> relations) {
        return relations.stream()
                .filter(relation ->
                        relation.many().equals(collection) && relation.one() != null && relation.oneField() != null)
                .toList();
    }

    /**
     * Deletes a field with its column, its metadata, and the relations through it.
     *
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for the primary key and for Directus's own
     *     fields
     */
    public void deleteField(String collection, String field) {
        CollectionSchema known = known(collection);
        FieldSchema schema = knownField(known, field);
        if (known.primaryKey().equals(field)) {
            throw ItemErrors.invalidPayload("The primary key of a collection can't be deleted");
        }
        if (known.isSystem() && schema.meta().isNull()) {
            throw ItemErrors.invalidPayload("Field \"" + field + "\" of a system collection can't be deleted");
        }
        change.make(
                () -> {
                    if (!schema.isAlias()) {
                        tables.dropForeignKey(collection, field);
                        tables.dropColumn(collection, field);
                    }
                },
                () -> metadata.removeField(collection, field),
                () -> {});
    }

    /** Deletes a relation; the field that holds the reference stays. */
    public void deleteRelation(String collection, String field) {
        knownField(known(collection), field);
        change.make(
                () -> tables.dropForeignKey(collection, field),
                () -> metadata.removeRelation(collection, field),
                () -> {});
    }

    private CollectionSchema known(String collection) {
        return reader.read().collection(collection).orElseThrow(ItemErrors::forbidden);
    }

    private void knownOrFolder(String collection) {
        if (!metadata.hasCollection(collection)) {
            known(collection);
        }
    }

    private static FieldSchema knownField(CollectionSchema collection, String field) {
        return collection.field(field).orElseThrow(ItemErrors::forbidden);
    }

    private void rows(Consumer<MetadataChanges> work) {
        change.make(() -> {}, () -> work.accept(metadata), () -> {});
    }
}
