package org.camundaflows.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.json.Json;

/** Compares a JSON value with the one a case expects; everything not covered by a token or a leniency is exact. */
final class Expectation {

    private static final String OPEN = "$$open";
    private static final String JSON = "$$json";
    private static final Set<String> ROUNDED = Set.of("sum", "sumDistinct", "avg", "avgDistinct");
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private final TextExpectation texts;
    private final Leniency leniency;
    private final List<Difference> differences = new ArrayList<>();

    private Expectation(SavedValues saved, Leniency leniency) {
        this.texts = new TextExpectation(saved);
        this.leniency = leniency;
    }

    /**
     * All differences, in the order of the expected value; none means that the actual value is right.
     *
     * @param saved names remembered so far; gets those that the expected value saves
     */
    static List<Difference> compare(
            JsonNode expected, JsonNode actual, Place place, SavedValues saved, Leniency leniency) {
        Expectation expectation = new Expectation(saved, leniency);
        expectation.value(ForeignKeyErrors.accept(expected), actual, place);
        return expectation.differences;
    }

    static List<Difference> compare(JsonNode expected, JsonNode actual, Place place, SavedValues saved) {
        return compare(expected, actual, place, saved, Leniency.NONE);
    }

    private void value(JsonNode expected, JsonNode actual, Place place) {
        if (actual.isMissingNode() && !expected.asText().equals(TextExpectation.ABSENT)) {
            differences.add(Difference.of(place, expected, actual));
        } else if (expected.isObject() && expected.size() == 1 && expected.has(JSON)) {
            jsonText(expected.get(JSON), actual, place);
        } else if (expected.isObject() && actual.isObject()) {
            object(expected, actual, place);
        } else if (expected.isArray() && actual.isArray()) {
            array(expected, actual, place);
        } else if (!scalar(expected, actual, place) && !leniency.accepts(expected, actual, place)) {
            differences.add(Difference.of(place, expected, actual));
        }
    }

    private boolean scalar(JsonNode expected, JsonNode actual, Place place) {
        if (expected.isTextual()) {
            return texts.matches(expected.textValue(), actual);
        }
        if (expected.isNumber() && actual.isNumber()) {
            return sameNumber(expected.decimalValue(), actual.decimalValue(), place);
        }
        return !expected.isContainerNode() && expected.equals(actual);
    }

    private static boolean sameNumber(BigDecimal expected, BigDecimal actual, Place place) {
        if (place.below(ROUNDED)) {
            return expected.subtract(actual).abs().compareTo(TOLERANCE) <= 0;
        }
        return expected.compareTo(actual) == 0;
    }

    private void object(JsonNode expected, JsonNode actual, Place place) {
        boolean open = expected.path(OPEN).asBoolean();
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            if (!member.getKey().equals(OPEN)) {
                value(member.getValue(), actual.path(member.getKey()), place.member(member.getKey()));
            }
        }
        if (!open) {
            furtherMembers(expected, actual, place);
        }
    }

    private void furtherMembers(JsonNode expected, JsonNode actual, Place place) {
        Set<String> allowed = leniency.furtherMembers(expected);
        for (Map.Entry<String, JsonNode> member : actual.properties()) {
            if (!expected.has(member.getKey()) && !allowed.contains(member.getKey())) {
                Place at = place.member(member.getKey());
                differences.add(Difference.of(at, MissingNode.getInstance(), member.getValue()));
            }
        }
    }

    private void array(JsonNode expected, JsonNode actual, Place place) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            if (i < expected.size()) {
                value(expected.get(i), actual.path(i), place.element(i));
            } else {
                differences.add(Difference.of(place.element(i), MissingNode.getInstance(), actual.get(i)));
            }
        }
    }

    private void jsonText(JsonNode expected, JsonNode actual, Place place) {
        try {
            value(expected, Json.parse(actual.isTextual() ? actual.textValue() : ""), place.member(JSON));
        } catch (JsonProcessingException e) {
            differences.add(Difference.of(place.member(JSON), expected, actual));
        }
    }
}
