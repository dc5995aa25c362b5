package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.json.Json;

/** One place where an observed value is not the expected one; the texts are short enough to print. */
record Difference(String path, String expected, String actual) {

    private static final int LONGEST = 300;

    Difference {
        expected = shorten(expected);
        actual = shorten(actual);
    }

    static Difference of(Place place, JsonNode expected, JsonNode actual) {
        return new Difference(place.toString(), text(expected), text(actual));
    }

    Difference in(String prefix) {
        return new Difference(prefix + path, expected, actual);
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "(absent)" : Json.write(value);
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }

    @Override
    public String toString() {
        return path + ": expected " + expected + ", got " + actual;
    }
}
