package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Makes collections of tables and metadata. */
final class CollectionAssembly {

    /** A field without a column has to say one of these; what says none of them is a trace of a dropped column. */
    private static final Set<String> WITHOUT_COLUMN =
            Set.of("alias", "no-data", "group", "o2m", "m2m", "m2a", "o2a", "files", "translations");

    private final Tables tables;
    private final Metadata metadata;

    CollectionAssembly(Tables tables, Metadata metadata) {
        this.tables = tables;
        this.metadata = metadata;
    }

    /** @param name of a table with a primary key of one column */
    CollectionSchema collection(String name) {
        JsonNode meta = metadata.collection(name);
        return new CollectionSchema(
                name,
                Objects.requireNonNull(tables.primaryKey(name)),
                fields(name),
                meta.path("singleton").asBoolean(SystemMetadata.instance().isSingleton(name)),
                Metadata.text(meta, "sort_field"),
                tracking(name, meta),
                !"inactive".equals(meta.path("status").asText()),
                meta);
    }

    private static @Nullable String tracking(String name, JsonNode meta) {
        if (meta.isObject()) {
            return Metadata.text(meta, "accountability");
        }
        return SystemMetadata.instance().isTracked(name) ? "all" : null;
    }

    /** Columns in their order, then the fields without one. */
    private Map<String, FieldSchema> fields(String collection) {
        Map<String, ObjectNode> rows = new LinkedHashMap<>();
        metadata.fieldsOf(collection).forEach(row -> rows.put(row.path("field").asText(), row));
        Map<String, Set<String>> system = SystemMetadata.instance().specials(collection);
        Map<String, FieldSchema> fields = new LinkedHashMap<>();
        Set<String> uniques = tables.uniques(collection);
        String key = tables.primaryKey(collection);
        for (CatalogueColumn column : tables.columns(collection)) {
            Set<String> special = special(column.name(), system, rows);
            boolean primary = column.name().equals(key);
            boolean unique = primary || uniques.contains(column.name());
            fields.put(column.name(), field(column, special, unique, primary, rows.get(column.name())));
        }
        Map<String, FieldSchema> aliases = new LinkedHashMap<>();
        new TreeMap<>(system).forEach((name, special) -> addAlias(aliases, name, special, null));
        rows.forEach((name, row) -> addAlias(aliases, name, special(name, system, rows), row));
        aliases.forEach(fields::putIfAbsent);
        return fields;
    }

    private static Set<String> special(String field, Map<String, Set<String>> system, Map<String, ObjectNode> rows) {
        Set<String> known = system.get(field);
        ObjectNode row = rows.get(field);
        if (known != null || row == null) {
            return known == null ? Set.of() : known;
        }
        return Set.copyOf(Metadata.list(row, "special"));
    }

    private static void addAlias(
            Map<String, FieldSchema> aliases, String name, Set<String> special, @Nullable ObjectNode row) {
        if (special.stream().anyMatch(WITHOUT_COLUMN::contains)) {
            aliases.put(name, schema(name, FieldType.ALIAS, special, null, row));
        }
    }

    private static FieldSchema field(
            CatalogueColumn column, Set<String> special, boolean unique, boolean primary, @Nullable ObjectNode row) {
        FieldType type = DatabaseTypes.fieldType(column.type(), special);
        return schema(column.name(), type, special, column(column, type, unique, primary), row);
    }

    private static FieldSchema schema(
            String name, FieldType type, Set<String> special, @Nullable Column column, @Nullable ObjectNode row) {
        JsonNode meta = row == null ? NullNode.getInstance() : row;
        JsonNode validation = meta.path("validation");
        return new FieldSchema(
                name,
                type,
                special,
                column,
                validation.isObject() ? validation : NullNode.getInstance(),
                meta.path("searchable").asBoolean(true),
                meta);
    }

    private static Column column(CatalogueColumn column, FieldType type, boolean unique, boolean primary) {
        String expression = column.defaultExpression();
        boolean hasDefault = expression != null && !DefaultExpression.isNothing(expression);
        return new Column(
                dataType(column),
                column.type(),
                column.nullable(),
                hasDefault || column.counted(),
                expression != null && hasDefault && !column.counted()
                        ? DefaultExpression.constant(expression, type)
                        : NullNode.getInstance(),
                column.maxLength(),
                column.precision(),
                column.scale(),
                unique,
                primary,
                column.counted());
    }

    private static DataType<?> dataType(CatalogueColumn column) {
        DataType<?> type = DatabaseTypes.dataType(column.type());
        Integer precision = column.precision();
        Integer scale = column.scale();
        return type.isNumeric() && type.hasPrecision() && precision != null && scale != null
                ? type.precision(precision, scale)
                : type;
    }
}
