package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a value is compared with.
 *
 * @param type the kind of comparison: lt, lte, gt or gte
 * @param position the number, or the date in milliseconds
 * @param shown what the error names as valid
 * @param display what the message names
 */
record Limit(String type, double position, JsonNode shown, String display) {

    boolean admits(double value) {
        return switch (type) {
            case "lt" -> value < position;
            case "lte" -> value <= position;
            case "gt" -> value > position;
            default -> value >= position;
        };
    }

    Violation violation() {
        String wording =
                switch (type) {
                    case "lt" -> "less than";
                    case "lte" -> "less than or equal to";
                    case "gt" -> "greater than";
                    default -> "greater than or equal to";
                };
        return Violation.of(type, "Value has to be " + wording + " \"" + display + "\".", "valid", shown);
    }
}
