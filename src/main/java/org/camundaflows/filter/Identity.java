package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes two values the same without coercion: numbers by value, objects and arrays by content. */
final class Identity {

    private Identity() {}

    /** An object that equals that of another value exactly when the values are the same. */
    static Object of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            return number(value);
        }
        if (value.isObject()) {
            Map<String, Object> members = new HashMap<>();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                members.put(member.getKey(), of(member.getValue()));
            }
            return members;
        }
        if (value.isArray()) {
            List<Object> elements = new ArrayList<>(value.size());
            for (JsonNode element : value) {
                elements.add(of(element));
            }
            return elements;
        }
        return value instanceof POJONode pojo ? pojo.getPojo() : value;
    }

    private static Object number(JsonNode value) {
        if (value.isIntegralNumber()) {
            // long ids differ in digits that a double does not keep
            return value.bigIntegerValue();
        }
        double number = value.doubleValue();
        return Double.isFinite(number) && number == Math.rint(number)
                ? new BigDecimal(number).toBigInteger()
                : (Object) number;
    }
}
