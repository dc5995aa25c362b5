package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;
import org.camundaflows.security.Redactor;

/** What the run log keeps of one step, beside its result. */
final class StepRecord {

    private static final String OPTIONS = "options";

    private static final String START = "start";
    private static final String NUMBER = "number";

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
                .put(NUMBER, number)
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

    /** Which step of its run it was. */
    static int number(JsonNode record) {
        return record.path(NUMBER).asInt();
    }

    /** A record with what the run log may show of its options. */
    static ObjectNode redact(ObjectNode record, Redactor.Run redaction) {
        ObjectNode shown = without(record);
        JsonNode options = record.get(OPTIONS);
        if (options != null) {
            shown.set(OPTIONS, redaction.redact(options));
        }
        return shown;
    }

    /** A record without its options. */
    static ObjectNode without(ObjectNode record) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(record);
        copy.remove(OPTIONS);
        return copy;
    }

    /** A record as the run log shows it. */
    static ObjectNode shown(ObjectNode record) {
        record.remove(NUMBER);
        return record;
    }

    /** How long the step of a record has taken, to the millisecond. */
    static Duration duration(ObjectNode record, Instant now) {
        return Duration.between(Instant.parse(record.path(START).asText()), now.truncatedTo(ChronoUnit.MILLIS));
    }

    static void end(ObjectNode record, StepStatus status, Instant end) {
        record.put("status", status.text()).put("end", new DateValue(end).iso());
    }
}
