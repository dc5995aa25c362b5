package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camundaflows.filter.JsNumber;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** Keys of items: their form, their order, and what the database compares with (specification: items-query, section 1). */
final class Keys {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Keys() {}

    /** @throws org.camundaflows.store.error.ItemException {@code FORBIDDEN} if the key has not the form of the column */
    static void check(CollectionSchema collection, JsonNode key) {
        FieldSchema field = collection.key();
        boolean fits = key.isTextual() || key.isNumber();
        if (isUuid(field)) {
            fits = key.isTextual() && isUuid(key.textValue());
        } else if (field.type() == FieldType.INTEGER || field.type() == FieldType.BIG_INTEGER) {
            fits = isInteger(key);
        }
        if (!fits) {
            throw ItemErrors.forbidden();
        }
    }

    static void check(CollectionSchema collection, List<JsonNode> keys) {
        keys.forEach(key -> check(collection, key));
    }

    private static boolean isUuid(FieldSchema field) {
        return field.type() == FieldType.UUID || isKeptAsUuid(field);
    }

    private static boolean isKeptAsUuid(FieldSchema field) {
        return field.column() != null && field.column().dataType().getType() == UUID.class;
    }

    static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    private static boolean isInteger(JsonNode key) {
        if (key.isTextual() && key.textValue().isBlank()) {
            return false;
        }
        double value = key.isTextual() || key.isNumber() ? JsNumber.of(key) : Double.NaN;
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    /** Whether a value stands for a key at all: not null, empty text, 0 or false. */
    static boolean isGiven(@Nullable JsonNode key) {
        if (key == null || key.isNull() || key.isMissingNode()) {
            return false;
        }
        if (key.isNumber()) {
            return key.doubleValue() != 0;
        }
        return key.isTextual() ? !key.textValue().isEmpty() : !key.isBoolean() || key.booleanValue();
    }

    /** The keys in the order of their texts. */
    static List<JsonNode> sorted(List<JsonNode> keys) {
        List<JsonNode> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing(Json::display));
        return sorted;
    }

    /** What the column is compared with; empty when no item can have that key. */
    static Optional<Object> value(FieldSchema field, JsonNode key) {
        String text = Json.display(key);
        if (isKeptAsUuid(field)) {
            return isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
        }
        return switch (field.type()) {
            case INTEGER, BIG_INTEGER -> integer(key, text);
            case FLOAT, DECIMAL -> Double.isFinite(JsNumber.of(key)) ? decimal(text) : Optional.empty();
            default -> text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        };
    }

    /** The values of all keys that an item can have, each once. */
    static Set<Object> values(CollectionSchema collection, List<JsonNode> keys) {
        Set<Object> values = new LinkedHashSet<>();
        keys.forEach(key -> value(collection.key(), key).ifPresent(values::add));
        return values;
    }

    private static Optional<Object> integer(JsonNode key, String text) {
        if (!isInteger(key) || Math.abs(JsNumber.of(key)) > Long.MAX_VALUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            // another spelling that JavaScript takes for an integer, such as 0x10
            return Optional.of((long) JsNumber.of(key));
        }
    }

    private static Optional<Object> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
