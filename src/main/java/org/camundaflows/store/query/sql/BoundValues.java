package org.camundaflows.store.query.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.camundaflows.filter.JsNumber;
import org.camundaflows.json.Json;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.jooq.DataType;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Operands as values of the type of what they are compared with. */
final class BoundValues {

    private final BoundDates dates;

    BoundValues(ZoneId zone) {
        this.dates = new BoundDates(zone);
    }

    /**
     * @param operand not null
     * @return empty when no value of the type can equal the operand
     * @throws ItemException {@code INVALID_QUERY} for what is no number or date where one is compared
     */
    Optional<Param<?>> bind(Tested tested, JsonNode operand) {
        DataType<?> type = tested.value().getDataType();
        if (tested.type().isTemporal() && type.isTemporal()) {
            return Optional.of(dates.bind(type, operand));
        }
        if (type.getType() == Boolean.class) {
            return truth(operand).map(DSL::val);
        }
        if (type.isNumeric()) {
            return Optional.of(fitting(type, decimal(operand)));
        }
        if (type.getType() == UUID.class) {
            return uuid(operand).map(value -> DSL.val(value, SQLDataType.UUID));
        }
        return Optional.of(DSL.val(TextForms.bindable(Json.display(operand)), SQLDataType.VARCHAR));
    }

    /** As the type of the column where it can hold the number, so that its index is of use. */
    private static Param<?> fitting(DataType<?> type, BigDecimal number) {
        Class<?> of = type.getType();
        if (of == Float.class) {
            return DSL.val(number.floatValue(), SQLDataType.REAL);
        }
        if (of == Double.class) {
            return DSL.val(number.doubleValue(), SQLDataType.DOUBLE);
        }
        boolean isWhole = number.stripTrailingZeros().scale() <= 0;
        if (isWhole && of == Integer.class && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
            return DSL.val(number.intValue(), SQLDataType.INTEGER);
        }
        if (isWhole && of != BigDecimal.class && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            return DSL.val(number.longValue(), SQLDataType.BIGINT);
        }
        // the precision that the parameter is given counts no digits left out by an exponent
        return DSL.val(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static BigDecimal decimal(JsonNode operand) {
        double number = JsNumber.of(operand);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw ItemErrors.invalidQuery("Invalid numeric value");
        }
        return operand.isNumber()
                ? operand.decimalValue()
                : exact(operand.asText().strip()).orElse(BigDecimal.valueOf(number));
    }

    private static Optional<BigDecimal> exact(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(JsonNode operand) {
        return switch (Json.display(operand)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> uuid(JsonNode operand) {
        String text = operand.asText();
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
