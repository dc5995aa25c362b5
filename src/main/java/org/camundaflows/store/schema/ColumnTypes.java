package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.store.error.ItemErrors;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

/** Which columns new fields get. */
final class ColumnTypes {

    private static final int TEXT_LENGTH = 255;
    private static final int UUID_LENGTH = 36;
    private static final int PRECISION = 10;
    private static final int SCALE = 5;
    private static final int SMALLEST_FRACTION = 6;

    /** What both databases take. */
    private static final int MAX_LENGTH = 1_048_576;

    private static final int MAX_PRECISION = 1000;

    private final boolean h2;

    ColumnTypes(SQLDialect dialect) {
        this.h2 = dialect == SQLDialect.H2;
    }

    /**
     * @param schema what the request says of the column, or NullNode
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} for types that no column has
     */
    DataType<?> of(String type, JsonNode schema) {
        FieldType field = FieldType.of(type);
        return switch (field) {
            case STRING -> isUuid(schema) ? SQLDataType.UUID : SQLDataType.VARCHAR(length(schema));
            case HASH -> SQLDataType.VARCHAR(TEXT_LENGTH);
            case TEXT, CSV -> SQLDataType.CLOB;
            case UUID -> SQLDataType.UUID;
            case JSON -> h2 ? SQLDataType.CLOB : SQLDataType.JSON;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case INTEGER -> SQLDataType.INTEGER;
            case BIG_INTEGER -> SQLDataType.BIGINT;
            case FLOAT -> SQLDataType.DOUBLE;
            case DECIMAL -> decimal(schema);
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME;
            case DATE_TIME -> SQLDataType.LOCALDATETIME(SMALLEST_FRACTION);
            case TIMESTAMP -> SQLDataType.OFFSETDATETIME(SMALLEST_FRACTION);
            case BINARY -> SQLDataType.BLOB;
            case GEOMETRY, ALIAS, UNKNOWN -> throw ItemErrors.invalidPayload("Illegal type passed: \"" + type + "\"");
        };
    }

    /** Whether the database can compare values of the type fast enough to keep them unique. */
    boolean canBeUnique(DataType<?> type) {
        boolean comparable = type.getSQLDataType() != SQLDataType.JSON && !type.isBinary();
        return comparable && !(h2 && type.getSQLDataType() == SQLDataType.CLOB);
    }

    /** How Directus has keys of other collections on databases without a type for them. */
    private static boolean isUuid(JsonNode schema) {
        return "char".equals(schema.path("data_type").asText())
                && schema.path("max_length").asInt() == UUID_LENGTH;
    }

    private static int length(JsonNode schema) {
        int length = schema.path("max_length").asInt(TEXT_LENGTH);
        if (length > MAX_LENGTH) {
            throw ItemErrors.invalidPayload("Illegal length passed: " + length);
        }
        return length > 0 ? length : TEXT_LENGTH;
    }

    private static DataType<?> decimal(JsonNode schema) {
        int precision = schema.path("numeric_precision").asInt(PRECISION);
        int scale = schema.path("numeric_scale").asInt(SCALE);
        if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
            throw ItemErrors.invalidPayload("Illegal precision or scale passed");
        }
        return SQLDataType.NUMERIC(precision, scale);
    }
}
