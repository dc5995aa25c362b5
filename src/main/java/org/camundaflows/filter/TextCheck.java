package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Checks for parts of texts. What is no text, and the empty text, breaks every such rule; only the rules about
 * containing also look into arrays.
 */
final class TextCheck implements Check {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.*+?()\\[\\]{}|]");
    private static final String INTERNAL = "Couldn't extract validation error type from Joi validation error item";

    private final Operator operator;
    private final String part;
    private final boolean strict;
    private final List<Violation> violation;

    private TextCheck(Operator operator, String part, boolean strict, Violation violation) {
        this.operator = operator;
        this.part = part;
        this.strict = strict;
        this.violation = List.of(violation);
    }

    static TextCheck of(Operator operator, String part, boolean strict) {
        return new TextCheck(operator, part, strict, violation(operator, part));
    }

    private static Violation violation(Operator operator, String part) {
        return switch (operator) {
            case CONTAINS, ICONTAINS ->
                Violation.of("contains", "Value has to contain \"" + part + "\".", "substring", TextNode.valueOf(part));
            case NCONTAINS ->
                Violation.of("ncontains", "Value can't contain \"" + part + "\".", "substring", TextNode.valueOf(part));
            default -> {
                String escaped = SPECIAL.matcher(part).replaceAll("\\\\$0");
                yield Violation.of(operator.type(), "", "substring", TextNode.valueOf(escaped));
            }
        };
    }

    @Override
    public List<Violation> violations(JsonNode value) {
        if (value.isTextual() && !value.textValue().isEmpty()) {
            return holds(value.textValue()) ? List.of() : violation;
        }
        if (value.isArray() && isAboutContaining() && arrayHolds(value)) {
            return List.of();
        }
        if (!value.isTextual() && !isAboutContaining()) {
            return List.of(Violation.required());
        }
        if (strict) {
            throw FilterException.plain(INTERNAL);
        }
        return violation;
    }

    private boolean isAboutContaining() {
        return operator == Operator.CONTAINS || operator == Operator.ICONTAINS || operator == Operator.NCONTAINS;
    }

    private boolean arrayHolds(JsonNode array) {
        boolean found = StreamSupport.stream(array.spliterator(), false)
                .anyMatch(entry -> entry.isTextual() && contains(entry.textValue()));
        return found != (operator == Operator.NCONTAINS);
    }

    private boolean holds(String text) {
        return switch (operator) {
            case CONTAINS, ICONTAINS -> contains(text);
            case NCONTAINS -> !contains(text);
            case STARTS_WITH -> text.startsWith(part);
            case NSTARTS_WITH -> !text.startsWith(part);
            case ISTARTS_WITH -> startsIgnoringCase(text);
            case NISTARTS_WITH -> !startsIgnoringCase(text);
            case ENDS_WITH -> text.endsWith(part);
            case NENDS_WITH -> !text.endsWith(part);
            case IENDS_WITH -> endsIgnoringCase(text);
            case NIENDS_WITH -> !endsIgnoringCase(text);
            default -> throw new IllegalStateException("No operator for texts: " + operator);
        };
    }

    private boolean contains(String text) {
        return operator == Operator.ICONTAINS
                ? text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
                : text.contains(part);
    }

    private boolean startsIgnoringCase(String text) {
        return text.regionMatches(true, 0, part, 0, part.length());
    }

    private boolean endsIgnoringCase(String text) {
        return text.regionMatches(true, text.length() - part.length(), part, 0, part.length());
    }
}
