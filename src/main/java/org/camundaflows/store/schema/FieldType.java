package org.camundaflows.store.schema;

/** What a field holds (specification: items-query, section 8), with the names that Directus uses for them. */
public enum FieldType {
    STRING("string"),
    TEXT("text"),
    UUID("uuid"),
    HASH("hash"),
    CSV("csv"),
    JSON("json"),
    BOOLEAN("boolean"),
    INTEGER("integer"),
    BIG_INTEGER("bigInteger"),
    FLOAT("float"),
    DECIMAL("decimal"),
    DATE("date"),
    TIME("time"),
    DATE_TIME("dateTime"),
    TIMESTAMP("timestamp"),
    BINARY("binary"),
    GEOMETRY("geometry"),
    /** No column: relations seen from the other side, and fields that only editors show. */
    ALIAS("alias"),
    UNKNOWN("unknown");

    private final String id;

    FieldType(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public boolean isNumeric() {
        return this == INTEGER || this == BIG_INTEGER || this == FLOAT || this == DECIMAL;
    }

    /** Whether values are dates or times. */
    public boolean isTemporal() {
        return this == DATE || this == TIME || this == DATE_TIME || this == TIMESTAMP;
    }

    public static FieldType of(String id) {
        for (FieldType type : values()) {
            if (type.id.equals(id)) {
                return type;
            }
        }
        return UNKNOWN;
    }
}
