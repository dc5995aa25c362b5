package org.camundaflows.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.regex.Pattern;
import org.camundaflows.engine.DeployedFlow;
import org.camundaflows.engine.FlowLog;
import org.camundaflows.engine.FlowRuns;
import org.camundaflows.engine.Outcome;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;

/** Fires flows on request (specification: triggers, sections 3 and 6). */
public final class HttpTriggers {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final FlowRuns runs;
    private final Duration bound;
    private final ManualRules manual;

    /** @param bound how long a caller waits for a run that has left its thread */
    public HttpTriggers(FlowRuns runs, Duration bound, ManualRules manual) {
        this.runs = runs;
        this.bound = bound;
        this.manual = manual;
    }

    /** Whether a text can be the id of a flow; others have no route. */
    public static boolean isFlowId(String text) {
        return UUID.matcher(text).matches();
    }

    /**
     * Runs the flow the request is meant for.
     *
     * @param accountability who calls
     * @throws Refusal if there is no such flow for this request, or the run ends in an error the caller is to see
     */
    public TriggerAnswer fire(String flowId, TriggerRequest request, JsonNode accountability) {
        DeployedFlow flow = runs.find(flowId)
                .filter(found -> accepts(found, request.method()))
                .orElseThrow(() -> unknown(flowId, request.method()));
        if (isManual(flow)) {
            manual.check(flow.flow(), request.body(), accountability);
        }
        ObjectNode options = flow.flow().options();
        if (options.path("async").asBoolean()) {
            runs.start(flow, request.toJson(), accountability);
            return new TriggerAnswer.Empty();
        }
        Outcome outcome = runs.run(flow, request.toJson(), accountability, bound);
        return switch (outcome.status()) {
            case RUNNING -> new TriggerAnswer.StillRunning(outcome.runId());
            case FAILED -> throw new Refusal(internal(failure(outcome)));
            case REJECTED -> {
                if (options.path("error_on_reject").asBoolean()) {
                    throw new Refusal(outcome.last());
                }
                yield answer(outcome, returned(flow));
            }
            case RESOLVED, UNKNOWN -> answer(outcome, returned(flow));
        };
    }

    private static boolean accepts(DeployedFlow flow, String method) {
        if (!flow.flow().isActive()) {
            return false;
        }
        return isManual(flow)
                ? method.equals("POST")
                : "webhook".equals(flow.flow().trigger())
                        && flow.flow().options().path("method").asText("GET").equals(method);
    }

    private static boolean isManual(DeployedFlow flow) {
        return "manual".equals(flow.flow().trigger());
    }

    /** The path of the answer; manual flows cannot choose it. */
    private static String returned(DeployedFlow flow) {
        JsonNode path = flow.flow().options().path("return");
        return path.isTextual() && !isManual(flow) ? path.textValue() : "$last";
    }

    private static Refusal unknown(String flowId, String method) {
        FlowLog.INSTANCE.warn(
                "Couldn't find webhook or manual triggered flow with id \"" + method + "-" + flowId + "\"");
        return Refusal.forbidden();
    }

    private static TriggerAnswer answer(Outcome outcome, String path) {
        try {
            JsonNode value = outcome.returned(path);
            return isEmpty(value) ? new TriggerAnswer.Empty() : new TriggerAnswer.Value(value);
        } catch (PathException e) {
            throw new Refusal(internal(String.valueOf(e.getMessage())));
        }
    }

    /** What JavaScript counts as false is an empty answer. */
    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && (value.doubleValue() == 0 || Double.isNaN(value.doubleValue())));
    }

    private static String failure(Outcome outcome) {
        Throwable failure = outcome.failure();
        return failure == null ? "The run failed" : String.valueOf(failure.getMessage());
    }

    private static ErrorValue internal(String message) {
        return ErrorValue.plain("Error", message);
    }
}
