package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What a text in an expected value asks for: a token such as {@code $$uuid}, or that very text. */
final class TextExpectation {

    static final String ABSENT = "$$absent";
    private static final String CONTAINS = "$$contains:";
    private static final String SAVE = "$$save:";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
            + "T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?");
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("Invalid foreign key \".*\" for field \".*\" in collection \".*\"\\.", Pattern.DOTALL);

    private final SavedValues saved;

    TextExpectation(SavedValues saved) {
        this.saved = saved;
    }

    boolean matches(String expected, JsonNode actual) {
        if (expected.startsWith(SAVE)) {
            saved.save(expected.substring(SAVE.length()), actual);
            return true;
        }
        if (expected.startsWith(CONTAINS)) {
            String part =
                    saved.insertInto(expected.substring(CONTAINS.length())).asText();
            return actual.isTextual() && actual.textValue().contains(part);
        }
        return switch (expected) {
            case "$$any" -> true;
            case "$$string" -> actual.isTextual();
            case "$$number" -> actual.isNumber();
            case "$$uuid" -> isText(actual, UUID);
            case "$$timestamp" -> isTimestamp(actual);
            case ABSENT -> actual.isMissingNode();
            case "Invalid foreign key." ->
                isText(actual, FOREIGN_KEY) || actual.asText().equals(expected);
            default -> saved.insertInto(expected).equals(actual);
        };
    }

    static boolean isTimestamp(JsonNode value) {
        return isText(value, TIMESTAMP);
    }

    private static boolean isText(JsonNode value, Pattern pattern) {
        return value.isTextual() && pattern.matcher(value.textValue()).matches();
    }
}
