package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Locale;
import java.util.Set;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A column to be made, from the form that Directus's interfaces give a field. */
record NewColumn(String name, DataType<?> type, boolean unique, boolean primary, boolean counted) {

    private static final Set<String> NOW = Set.of("now()", "current_timestamp", "current_timestamp()");

    /** @param body the field, as in requests to make one */
    static NewColumn of(JsonNode body, ColumnTypes types) {
        JsonNode schema = schema(body);
        boolean primary = schema.path("is_primary_key").asBoolean();
        boolean counted = schema.path("has_auto_increment").asBoolean();
        DataType<?> type = types.of(body.path("type").asText(), schema);
        boolean nullable = !primary && schema.path("is_nullable").asBoolean(true);
        boolean unique = !primary && schema.path("is_unique").asBoolean();
        if ((unique || primary) && !types.canBeUnique(type)) {
            throw ItemErrors.invalidPayload(
                    "Values of type \"" + body.path("type").asText() + "\" can't be unique");
        }
        return new NewColumn(
                Names.field(body.path("field").asText()),
                complete(type, schema, nullable, counted),
                unique,
                primary,
                counted);
    }

    static JsonNode schema(JsonNode body) {
        return body.path("schema").isObject() ? body.path("schema") : NullNode.getInstance();
    }

    /** Whether a field of this form has no column at all. */
    static boolean isAlias(JsonNode body) {
        String type = body.path("type").asText("");
        return type.equals(FieldType.ALIAS.id())
                || (type.isEmpty() && body.path("schema").isNull());
    }

    private static <T> DataType<T> complete(DataType<T> type, JsonNode schema, boolean nullable, boolean counted) {
        DataType<T> complete = type.nullable(nullable);
        if (counted) {
            return counter(complete);
        }
        Field<T> value = defaultValue(type, schema.path("default_value"));
        return value == null ? complete : complete.defaultValue(value);
    }

    private static <T> DataType<T> counter(DataType<T> type) {
        if (!type.isInteger()) {
            throw ItemErrors.invalidPayload("Only whole numbers can have auto increment");
        }
        return type.identity(true);
    }

    private static <T> @Nullable Field<T> defaultValue(DataType<T> type, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (type.isTemporal() && NOW.contains(value.asText().toLowerCase(Locale.ROOT))) {
            return DSL.field("current_timestamp", type);
        }
        return inline(type, type.isString() || value.isTextual() ? text(value) : Json.write(value));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : Json.write(value);
    }

    private static <T> Field<T> inline(DataType<T> type, String text) {
        T converted;
        try {
            converted = type.convert(text);
        } catch (DataTypeException e) {
            throw ItemErrors.invalidPayload("Illegal default value \"" + text + "\"");
        }
        if (converted == null) {
            throw ItemErrors.invalidPayload("Illegal default value \"" + text + "\"");
        }
        return DSL.inline(converted, type);
    }
}
