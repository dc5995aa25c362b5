package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Where an observed value may differ from the recorded one and still be right. */
interface Leniency {

    Leniency NONE = (expected, actual, place) -> false;

    /** Whether a value that does not match is right all the same. */
    boolean accepts(JsonNode expected, JsonNode actual, Place place);

    /** Members that may stand beside those of the expected object. */
    default Set<String> furtherMembers(JsonNode expected) {
        return Set.of();
    }
}
