package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;

/** The {@code options} of a flow or an operation are an object, or nothing. */
final class OptionsShape {

    private OptionsShape() {}

    static void check(JsonNode options, Place place, IssueSink sink) {
        if (!options.isObject() && !options.isMissingNode() && !options.isNull()) {
            String more = options.isTextual() ? ", which is no JSON" : "";
            sink.add(IssueCode.OPTIONS_TYPE, place, "The options are " + Shown.value(options) + more + ".");
        }
    }
}
