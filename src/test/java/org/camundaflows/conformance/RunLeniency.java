package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/** What the record of a run may show differently: dates as text, errors with more members, stricter redaction. */
enum RunLeniency implements Leniency {
    /** For the data of a run: redaction may reach into arrays and below repeated names. */
    DATA {
        @Override
        boolean mayBeRedacted(Place place) {
            return place.insideArray() || place.belowRepeatedName();
        }
    },
    /** For the options of a step: redaction may be anywhere. */
    OPTIONS {
        @Override
        boolean mayBeRedacted(Place place) {
            return true;
        }
    };

    private static final Pattern REDACTED = Pattern.compile("--redacted(:[^:]+)?--");

    abstract boolean mayBeRedacted(Place place);

    @Override
    public boolean accepts(JsonNode expected, JsonNode actual, Place place) {
        boolean date = expected.isObject() && expected.isEmpty() && TextExpectation.isTimestamp(actual);
        return date || (isRedacted(actual) && mayBeRedacted(place));
    }

    private static boolean isRedacted(JsonNode value) {
        return value.isTextual() && REDACTED.matcher(value.textValue()).matches();
    }

    @Override
    public Set<String> furtherMembers(JsonNode expected) {
        boolean error = expected.has("name") && expected.has("message");
        return error ? Set.of("code", "status", "extensions") : Set.of();
    }
}
