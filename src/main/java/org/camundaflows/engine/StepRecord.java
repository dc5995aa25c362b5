package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;

/** What the run log keeps of one step, beside its result. */
final class StepRecord {

    static final String OPTIONS = "options";

    private static final String START = "start";

    private StepRecord() {}

    /**
     * A record of a step that has begun.
     *
     * @param attempt 1, and one more for each time an operator has retried it
     */
    static ObjectNode begin(StepDefinition step, int number, int attempt, Instant start, String node) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("operation", step.id())
                .put("key", step.key())
                .put("type", step.type())
                .put("number", number)
                .put(START, new DateValue(start).iso())
                .put("attempt", attempt)
                .put("node", node);
    }

    /** @param options the options as run, or NullNode; longer JSON than {@code max} becomes a marker */
    static void options(ObjectNode record, JsonNode options, int max) {
        String json = Json.write(options);
        if (json.length() > max) {
            record.putObject(OPTIONS).put("$truncated", json.length() + " characters");
        } else {
            record.set(OPTIONS, options);
        }
    }

    /** How long the step of a record has taken, to the millisecond. */
    static Duration duration(ObjectNode record, Instant now) {
        return Duration.between(Instant.parse(record.path(START).asText()), now.truncatedTo(ChronoUnit.MILLIS));
    }

    static void end(ObjectNode record, StepStatus status, Instant end) {
        record.put("status", status.text()).put("end", new DateValue(end).iso());
    }
}
