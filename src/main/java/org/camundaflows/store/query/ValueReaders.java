package org.camundaflows.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Base64;
import org.camundaflows.json.Json;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.jooq.DataType;

/** How values of fields appear (specification: items-query, section 8). */
final class ValueReaders {

    private static final TextNode CONCEALED = TextNode.valueOf("**********");

    private final boolean seesEncrypted;
    private final DateReaders dates;

    /**
     * @param zone the zone of times that name none
     * @param seesEncrypted whether what is kept encrypted is shown
     */
    ValueReaders(ZoneId zone, boolean seesEncrypted) {
        this.dates = new DateReaders(zone);
        this.seesEncrypted = seesEncrypted;
    }

    ValueReader of(FieldSchema field) {
        Column column = field.column();
        if (field.isConcealed() || (field.has("encrypt") && !seesEncrypted)) {
            return (row, index) -> row.getString(index) == null ? NullNode.getInstance() : CONCEALED;
        }
        DataType<?> type = column == null ? null : column.dataType();
        if (type != null && field.type().isTemporal() && type.isTemporal()) {
            return dates.of(field.type(), type);
        }
        if (field.has("cast-boolean")) {
            return ValueReaders::truth;
        }
        if (field.has("cast-json")) {
            return ValueReaders::json;
        }
        if (field.has("cast-csv")) {
            return ValueReaders::list;
        }
        return switch (field.type()) {
            case BOOLEAN -> ValueReaders::truth;
            case JSON, GEOMETRY -> ValueReaders::json;
            case CSV -> ValueReaders::list;
            case INTEGER, BIG_INTEGER, FLOAT, DECIMAL, UNKNOWN -> ValueReaders::any;
            case BINARY -> ValueReaders::bytes;
            default -> ValueReaders::text;
        };
    }

    static JsonNode text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
    }

    /** The value with the type that the database gives it. */
    static JsonNode any(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        }
        if (value instanceof Long number) {
            return number == number.intValue() ? IntNode.valueOf(number.intValue()) : LongNode.valueOf(number);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return value instanceof Boolean truth ? BooleanNode.valueOf(truth) : text(row, column);
    }

    private static JsonNode number(Number value) {
        if (value instanceof BigDecimal decimal) {
            return DecimalNode.valueOf(decimal);
        }
        if (value instanceof BigInteger integer) {
            return BigIntegerNode.valueOf(integer);
        }
        if (value instanceof Float) {
            // the digits that were stored, not those of the nearest number of twice the size
            return DoubleNode.valueOf(Double.parseDouble(value.toString()));
        }
        return value instanceof Double number ? DoubleNode.valueOf(number) : IntNode.valueOf(value.intValue());
    }

    private static JsonNode truth(ResultSet row, int column) throws SQLException {
        JsonNode value = any(row, column);
        return switch (value.asText()) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            case "", "null" -> NullNode.getInstance();
            default -> value;
        };
    }

    static JsonNode json(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return NullNode.getInstance();
        }
        try {
            return Json.parseOwn(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static JsonNode list(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            return NullNode.getInstance();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (!text.isEmpty()) {
            for (String entry : text.split(",", -1)) {
                list.add(entry);
            }
        }
        return list;
    }

    private static JsonNode bytes(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        byte[] bytes = row.getBytes(column);
        return bytes == null
                ? NullNode.getInstance()
                : TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
    }
}
