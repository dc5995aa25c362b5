package org.camundaflows.store.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** What a column holds, told from the name of its type and from what the metadata call special. */
final class DatabaseTypes {

    private record Known(FieldType field, DataType<?> data) {}

    private static final Map<String, Known> KNOWN = known();

    /** First match wins. */
    private static final Map<String, FieldType> SPECIAL = Map.ofEntries(
            Map.entry("json", FieldType.JSON),
            Map.entry("cast-json", FieldType.JSON),
            Map.entry("hash", FieldType.HASH),
            Map.entry("csv", FieldType.CSV),
            Map.entry("cast-csv", FieldType.CSV),
            Map.entry("uuid", FieldType.UUID),
            Map.entry("file", FieldType.UUID),
            Map.entry("boolean", FieldType.BOOLEAN),
            Map.entry("cast-boolean", FieldType.BOOLEAN),
            Map.entry("cast-timestamp", FieldType.TIMESTAMP),
            Map.entry("cast-datetime", FieldType.DATE_TIME));

    private static final Known UNKNOWN = new Known(FieldType.UNKNOWN, SQLDataType.OTHER);

    private DatabaseTypes() {}

    private static Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        put(known, FieldType.STRING, SQLDataType.VARCHAR, "character varying", "varchar", "name", "enum");
        put(known, FieldType.STRING, SQLDataType.CHAR, "character", "char", "bpchar");
        put(known, FieldType.STRING, SQLDataType.VARCHAR, "varchar_ignorecase");
        put(known, FieldType.TEXT, SQLDataType.CLOB, "text", "citext", "character large object", "clob");
        put(known, FieldType.UUID, SQLDataType.UUID, "uuid");
        put(known, FieldType.JSON, SQLDataType.JSON, "json");
        put(known, FieldType.JSON, SQLDataType.JSONB, "jsonb");
        put(known, FieldType.BOOLEAN, SQLDataType.BOOLEAN, "boolean");
        put(known, FieldType.INTEGER, SQLDataType.SMALLINT, "tinyint", "smallint");
        put(known, FieldType.INTEGER, SQLDataType.INTEGER, "integer");
        put(known, FieldType.BIG_INTEGER, SQLDataType.BIGINT, "bigint");
        put(known, FieldType.FLOAT, SQLDataType.REAL, "real");
        put(known, FieldType.FLOAT, SQLDataType.DOUBLE, "double precision", "float");
        put(known, FieldType.DECIMAL, SQLDataType.NUMERIC, "numeric", "decimal", "decfloat");
        put(known, FieldType.DATE, SQLDataType.LOCALDATE, "date");
        put(known, FieldType.TIME, SQLDataType.LOCALTIME, "time", "time without time zone");
        put(known, FieldType.DATE_TIME, SQLDataType.LOCALDATETIME, "timestamp", "timestamp without time zone");
        put(known, FieldType.TIMESTAMP, SQLDataType.OFFSETDATETIME, "timestamp with time zone");
        put(known, FieldType.BINARY, SQLDataType.VARBINARY, "bytea", "binary varying", "binary");
        put(known, FieldType.BINARY, SQLDataType.BLOB, "binary large object");
        put(known, FieldType.GEOMETRY, SQLDataType.OTHER, "geometry", "geography");
        return known;
    }

    private static void put(Map<String, Known> known, FieldType field, DataType<?> data, String... names) {
        for (String name : names) {
            known.put(name, new Known(field, data));
        }
    }

    /** @param databaseType lower case, without length or precision */
    static FieldType fieldType(String databaseType, Set<String> special) {
        return SPECIAL.entrySet().stream()
                .filter(entry -> special.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElseGet(() -> KNOWN.getOrDefault(databaseType, UNKNOWN).field());
    }

    static DataType<?> dataType(String databaseType) {
        return KNOWN.getOrDefault(databaseType, UNKNOWN).data();
    }
}
