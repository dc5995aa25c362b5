package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jspecify.annotations.Nullable;

/** Submitted numbers, as the column can hold them. */
final class Numbers {

    private static final int MOST_DIGITS = 1000;

    private Numbers() {}

    /**
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} if it is no number, or a fraction in an
     *     integer column; {@code VALUE_OUT_OF_RANGE}
     */
    static Object value(String collection, FieldSchema field, Column column, JsonNode submitted) {
        BigDecimal number = read(submitted)
                .orElseThrow(() -> ItemErrors.invalidPayload("Invalid number in field \"" + field.name() + "\""));
        Object fitting = fitting(field, column, number);
        if (fitting == null) {
            throw ItemErrors.outOfRange(collection, field.name(), submitted.asText());
        }
        return fitting;
    }

    private static Optional<BigDecimal> read(JsonNode submitted) {
        if (submitted.isBoolean()) {
            return Optional.of(submitted.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (!submitted.isTextual() && !submitted.isNumber()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(submitted.asText().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object fitting(FieldSchema field, Column column, BigDecimal number) {
        if (field.type() == FieldType.FLOAT) {
            double value = number.doubleValue();
            boolean single = column.dataType().getType() == Float.class;
            return Double.isFinite(value) && (!single || Float.isFinite((float) value)) ? value : null;
        }
        if (field.type() == FieldType.DECIMAL) {
            return decimal(column, number);
        }
        return integer(field, column, number);
    }

    private static @Nullable BigDecimal decimal(Column column, BigDecimal number) {
        int before = number.signum() == 0 ? 0 : number.precision() - number.scale();
        if (column.precision() == null || column.scale() == null) {
            return before > MOST_DIGITS || number.scale() > MOST_DIGITS ? null : number;
        }
        int most = column.precision() - column.scale();
        if (before > most) {
            return null;
        }
        BigDecimal rounded = number.setScale(column.scale(), RoundingMode.HALF_UP);
        return rounded.precision() - rounded.scale() > most && rounded.signum() != 0 ? null : rounded;
    }

    private static @Nullable Object integer(FieldSchema field, Column column, BigDecimal number) {
        if (number.signum() != 0 && number.precision() - (long) number.scale() > 20) {
            return null;
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            throw ItemErrors.invalidPayload("Invalid integer in field \"" + field.name() + "\"");
        }
        try {
            Class<?> type = column.dataType().getType();
            if (type == Short.class || type == Byte.class) {
                return number.shortValueExact();
            }
            return type == Integer.class ? (Object) number.intValueExact() : (Object) number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
