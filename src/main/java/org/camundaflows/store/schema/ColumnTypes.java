package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Makes columns of what Directus says about fields. */
final class ColumnTypes {

    private static final int STRING_LENGTH = 255;
    private static final int PRECISION = 10;
    private static final int SCALE = 5;
    private static final Set<String> NOW = Set.of("now()", "current_timestamp", "current_timestamp()");

    private final SQLDialect dialect;

    ColumnTypes(SQLDialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The column of a field as {@code POST /fields} describes it.
     *
     * @param field with {@code field}, {@code type}, and perhaps {@code schema}
     */
    Field<?> column(JsonNode field) {
        JsonNode schema = field.path("schema");
        boolean key = schema.path("is_primary_key").asBoolean();
        DataType<?> type = type(FieldType.of(field.path("type").asText()), schema);
        if (schema.path("has_auto_increment").asBoolean()) {
            type = type.identity(true);
        }
        type = type.nullable(!key && schema.path("is_nullable").asBoolean(true));
        JsonNode value = schema.path("default_value");
        DataType<?> complete = value.isMissingNode() || value.isNull() ? type : withDefault(type, value);
        return DSL.field(DSL.name(field.path("field").asText()), complete);
    }

    private DataType<?> type(FieldType type, JsonNode schema) {
        if (schema.path("data_type").asText().equals("char")
                && schema.path("max_length").asInt() == 36) {
            return SQLDataType.UUID;
        }
        return switch (type) {
            case STRING, HASH -> SQLDataType.VARCHAR(schema.path("max_length").asInt(STRING_LENGTH));
            case TEXT, CSV -> SQLDataType.CLOB;
            case UUID -> SQLDataType.UUID;
            case JSON, GEOMETRY -> dialect == SQLDialect.H2 ? SQLDataType.CLOB : SQLDataType.JSON;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case INTEGER -> SQLDataType.INTEGER;
            case BIG_INTEGER -> SQLDataType.BIGINT;
            case FLOAT -> SQLDataType.DOUBLE;
            case DECIMAL ->
                SQLDataType.NUMERIC(
                        schema.path("numeric_precision").asInt(PRECISION),
                        schema.path("numeric_scale").asInt(SCALE));
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME;
            case DATE_TIME -> SQLDataType.LOCALDATETIME;
            case TIMESTAMP -> SQLDataType.OFFSETDATETIME;
            case BINARY -> SQLDataType.BLOB;
            case ALIAS, UNKNOWN -> throw new IllegalArgumentException("No column holds " + type);
        };
    }

    @SuppressWarnings("unchecked") // the converted value has the type
    private static <T> DataType<T> withDefault(DataType<T> type, JsonNode value) {
        if (NOW.contains(value.asText().toLowerCase(Locale.ROOT))) {
            return type.default_((Field<T>) DSL.currentTimestamp());
        }
        return type.default_(
                DSL.inline(type.convert(value.isContainerNode() ? value.toString() : value.asText()), type));
    }
}
