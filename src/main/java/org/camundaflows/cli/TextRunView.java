package org.camundaflows.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.Locale;
import org.camundaflows.engine.EndedStep;
import org.camundaflows.engine.Outcome;
import org.camundaflows.flow.Flow;
import org.camundaflows.json.Json;

/** Shows a run to people. */
final class TextRunView implements RunView {

    private final PrintWriter out;
    private String flowId = "";

    TextRunView(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(Flow flow) {
        flowId = flow.id();
        out.println(flow.name() + " (" + flow.id() + ")");
        out.flush();
    }

    @Override
    public synchronized void stepEnded(Flow flow, EndedStep step) {
        String called = flow.id().equals(flowId) ? "" : "  in " + flow.name();
        out.println(String.format(
                Locale.ROOT,
                "  %-8s %s (%s)%s",
                step.status().name().toLowerCase(Locale.ROOT),
                step.key(),
                step.type(),
                called));
        out.flush();
    }

    @Override
    public void end(Outcome outcome) {
        String failure = outcome.failure() == null ? "" : ": " + outcome.failure();
        out.println(outcome.status().name().toLowerCase(Locale.ROOT) + failure);
        out.println(pretty(Json.writeAudit(outcome.chain().toObject())));
    }

    private static String pretty(String json) {
        try {
            return Json.parseOwn(json).toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
