package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/** Puts the data model together from the catalogue and the metadata. */
final class SchemaAssembly {

    private static final String ALL = "all";
    private static final Set<String> COLLECTION_JSON = Set.of("translations", "item_duplication_fields");
    private static final Set<String> FIELD_JSON =
            Set.of("options", "display_options", "translations", "conditions", "validation");

    /** Tables of the engine, of this project and of its migrations. */
    private static final Pattern NOT_ITEMS = Pattern.compile("(?i)(act_(ru|re|hi|ge|id)_|flows_).*");

    private final Catalogue catalogue;
    private final MetadataRows metadata;
    private final SystemMetadata system = new SystemMetadata();

    SchemaAssembly(Database database) {
        this.catalogue = Catalogue.of(database);
        this.metadata = new MetadataRows(database);
    }

    /** Whether no collection of users may have the name. */
    static boolean isReserved(String name) {
        return CollectionSchema.isSystem(name) || NOT_ITEMS.matcher(name).matches();
    }

    Schema read() {
        Map<String, List<CatalogueColumn>> tables = new TreeMap<>(catalogue.columns().stream()
                .filter(column -> !NOT_ITEMS.matcher(column.table()).matches())
                .collect(Collectors.groupingBy(CatalogueColumn::table)));
        Keys keys = new Keys(catalogue.keys());
        Map<String, ObjectNode> collectionRows = tables.containsKey("directus_collections")
                ? metadata.of("directus_collections", "collection", COLLECTION_JSON).stream()
                        .collect(Collectors.toMap(row -> row.path("collection").asText(), row -> row))
                : Map.of();
        Map<String, List<ObjectNode>> fieldRows = tables.containsKey("directus_fields")
                ? metadata.of("directus_fields", "id", FIELD_JSON).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.path("collection").asText()))
                : Map.of();
        Map<String, CollectionSchema> collections = new LinkedHashMap<>();
        tables.forEach((name, columns) -> {
            String primaryKey = keys.primary(name);
            if (primaryKey != null) {
                JsonNode meta = collectionRows.containsKey(name) ? collectionRows.get(name) : NullNode.getInstance();
                Map<String, FieldSchema> fields = fields(name, columns, keys, fieldRows.getOrDefault(name, List.of()));
                collections.put(name, collection(name, primaryKey, fields, meta));
            }
        });
        List<ObjectNode> relationRows = tables.containsKey("directus_relations")
                ? metadata.of("directus_relations", "id", Set.of())
                : List.of();
        return new Schema(collections, relations(collections, relationRows, keys));
    }

    private CollectionSchema collection(
            String name, String primaryKey, Map<String, FieldSchema> fields, JsonNode meta) {
        JsonNode source = meta.isObject() ? meta : system.collection(name);
        return new CollectionSchema(
                name,
                primaryKey,
                fields,
                source.path("singleton").asBoolean(false),
                source.path("sort_field").textValue(),
                source.has("accountability") ? source.path("accountability").textValue() : ALL,
                source.path("status").asText("active").equals("active"),
                meta);
    }

    private Map<String, FieldSchema> fields(
            String collection, List<CatalogueColumn> columns, Keys keys, List<ObjectNode> rows) {
        Map<String, Set<String>> specials = system.specials(collection);
        Map<String, ObjectNode> metas = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.path("field").asText(), row -> row, (first, second) -> first, LinkedHashMap::new));
        Map<String, FieldSchema> fields = new LinkedHashMap<>();
        for (CatalogueColumn column : columns) {
            fields.put(column.name(), field(column.name(), column, keys, specials, metas.get(column.name())));
        }
        specials.keySet().stream()
                .filter(name -> isList(specials.get(name)))
                .forEach(name -> fields.putIfAbsent(name, field(name, null, keys, specials, null)));
        metas.forEach((name, meta) -> fields.putIfAbsent(name, field(name, null, keys, specials, meta)));
        return fields;
    }

    /** The metadata also name columns that this version of the tables may lack. */
    private static boolean isList(@Nullable Set<String> special) {
        return special != null && (special.contains("o2m") || special.contains("m2m"));
    }

    private static FieldSchema field(
            String name,
            @Nullable CatalogueColumn column,
            Keys keys,
            Map<String, Set<String>> systemSpecials,
            @Nullable ObjectNode meta) {
        Set<String> special = new HashSet<>(systemSpecials.getOrDefault(name, Set.of()));
        if (meta != null) {
            special.addAll(MetadataRows.list(meta.path("special")));
        }
        FieldType type = column == null ? FieldType.ALIAS : DatabaseTypes.fieldType(column.type(), special);
        return new FieldSchema(
                name,
                type,
                special,
                column == null ? null : column(column, keys, type),
                meta == null ? NullNode.getInstance() : meta.path("validation"),
                meta == null || meta.path("searchable").asBoolean(true),
                meta == null ? NullNode.getInstance() : meta);
    }

    private static Column column(CatalogueColumn column, Keys keys, FieldType type) {
        String expression = column.defaultExpression();
        boolean hasDefault = expression != null && !DefaultExpression.isNothing(expression);
        boolean primary = column.name().equals(keys.primary(column.table()));
        return new Column(
                DatabaseTypes.dataType(column.type()),
                column.type(),
                column.nullable(),
                hasDefault || column.counted(),
                hasDefault && expression != null
                        ? DefaultExpression.constant(expression, type)
                        : NullNode.getInstance(),
                column.maxLength(),
                column.precision(),
                column.scale(),
                primary || keys.isUnique(column.table(), column.name()),
                primary,
                column.counted());
    }

    private List<Relation> relations(Map<String, CollectionSchema> collections, List<ObjectNode> rows, Keys keys) {
        List<Relation> relations = new ArrayList<>();
        rows.stream().map(SchemaAssembly::relation).forEach(relations::add);
        relations.addAll(system.relations());
        Set<List<String>> known = relations.stream()
                .map(relation -> List.of(relation.many(), relation.manyField()))
                .collect(Collectors.toSet());
        keys.references().stream()
                .filter(relation -> !known.contains(List.of(relation.many(), relation.manyField())))
                .forEach(relations::add);
        relations.removeIf(relation -> !isPossible(relation, collections));
        return relations;
    }

    private static Relation relation(ObjectNode row) {
        return new Relation(
                row.path("many_collection").asText(),
                row.path("many_field").asText(),
                row.path("one_collection").textValue(),
                row.path("one_field").textValue(),
                row.path("one_collection_field").textValue(),
                MetadataRows.list(row.path("one_allowed_collections")),
                row.path("junction_field").textValue(),
                row.path("sort_field").textValue(),
                row.path("one_deselect_action").asText().equals("delete"));
    }

    private static boolean isPossible(Relation relation, Map<String, CollectionSchema> collections) {
        CollectionSchema many = collections.get(relation.many());
        if (many == null || many.field(relation.manyField()).isEmpty()) {
            return false;
        }
        return relation.isToAny() || collections.containsKey(relation.one());
    }

    /** The keys of all tables, as far as they have one column. */
    private static final class Keys {
        private final Map<String, String> primary = new HashMap<>();
        private final Set<List<String>> unique = new HashSet<>();
        private final List<Relation> references = new ArrayList<>();

        Keys(List<KeyPart> parts) {
            Map<List<String>, List<KeyPart>> keys = parts.stream()
                    .collect(Collectors.groupingBy(
                            part -> List.of(part.table(), part.key()), LinkedHashMap::new, Collectors.toList()));
            keys.values().stream()
                    .filter(columns -> columns.size() == 1)
                    .map(columns -> columns.get(0))
                    .forEach(this::add);
        }

        private void add(KeyPart key) {
            switch (key.kind()) {
                case PRIMARY -> primary.put(key.table(), key.column());
                case UNIQUE -> unique.add(List.of(key.table(), key.column()));
                case FOREIGN -> {
                    if (key.oneTable() != null) {
                        references.add(new Relation(
                                key.table(), key.column(), key.oneTable(), null, null, List.of(), null, null, false));
                    }
                }
            }
        }

        @Nullable
        String primary(String table) {
            return primary.get(table);
        }

        boolean isUnique(String table, String column) {
            return unique.contains(List.of(table, column));
        }

        List<Relation> references() {
            return references;
        }
    }
}
