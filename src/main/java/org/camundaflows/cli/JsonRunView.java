package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.camundaflows.engine.EndedStep;
import org.camundaflows.engine.Outcome;
import org.camundaflows.flow.Flow;
import org.camundaflows.json.Json;

/** Shows a run to programs: one JSON object with {@code flow, run, status, failure, steps, chain} at the end. */
final class JsonRunView implements RunView {

    private final PrintWriter out;
    private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
    private String flowId = "";

    JsonRunView(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(Flow flow) {
        flowId = flow.id();
    }

    @Override
    public synchronized void stepEnded(Flow flow, EndedStep step) {
        steps.addObject()
                .put("flow", flow.id())
                .put("run", step.runId())
                .put("key", step.key())
                .put("type", step.type())
                .put("status", step.status().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public synchronized void end(Outcome outcome) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("flow", flowId)
                .put("run", outcome.runId())
                .put("status", outcome.status().name().toLowerCase(Locale.ROOT))
                .put(
                        "failure",
                        outcome.failure() == null ? null : outcome.failure().toString());
        answer.set("steps", steps);
        answer.set("chain", outcome.chain().toObject());
        out.println(Json.writeAudit(answer));
    }
}
