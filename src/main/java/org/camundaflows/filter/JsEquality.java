package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Map;
import java.util.Objects;

/** Equality of values without coercion: numbers by value, objects and arrays by content. */
final class JsEquality {

    private JsEquality() {}

    static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return sameNumber(a, b);
        }
        if (a.isObject() && b.isObject()) {
            return sameMembers(a, b);
        }
        if (a.isArray() && b.isArray()) {
            return sameElements(a, b);
        }
        if (a instanceof POJONode first && b instanceof POJONode second) {
            return Objects.equals(first.getPojo(), second.getPojo());
        }
        return a.getNodeType() == b.getNodeType() && a.equals(b);
    }

    private static boolean sameNumber(JsonNode a, JsonNode b) {
        if (a.isIntegralNumber() && b.isIntegralNumber()) {
            // long ids differ in digits that a double does not keep
            return a.bigIntegerValue().equals(b.bigIntegerValue());
        }
        // 0 and -0 are one number
        return a.doubleValue() == b.doubleValue() || (Double.isNaN(a.doubleValue()) && Double.isNaN(b.doubleValue()));
    }

    private static boolean sameMembers(JsonNode a, JsonNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : a.properties()) {
            if (!same(member.getValue(), b.path(member.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameElements(JsonNode a, JsonNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
