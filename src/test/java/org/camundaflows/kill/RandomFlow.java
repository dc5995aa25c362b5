package org.camundaflows.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A flow made up by chance, and a model of what one run of it may do. Its steps form a chain; one that rejects goes on over
 * its reject path, or is the last.
 *
 * @param number of the flow, and of the one run it has
 */
record RandomFlow(int number, Mode mode, List<Step> steps) {

    enum Mode {
        /** Answered when the start is committed. */
        ASYNC,
        /** The caller waits, the run survives. */
        WAITED_FOR,
        /** The caller waits, the run is lost with the server. */
        DIRECT
    }

    enum Kind {
        EFFECT,
        FAILING_EFFECT,
        SHAPE,
        SHORT_NAP,
        LONG_NAP,
        CALL,
        CALL_MANY,
        THROW;

        boolean rejects() {
            return this == FAILING_EFFECT || this == THROW;
        }
    }

    /**
     * @param goesOn whether the run goes on behind it when it rejects
     * @param called which flow it calls
     * @param calls how many times
     */
    record Step(String key, Kind kind, boolean goesOn, CalledFlow called, int calls, String iteration) {

        boolean isLast() {
            return kind.rejects() && !goesOn;
        }
    }

    private static final List<String> ITERATIONS = List.of("serial", "batch", "parallel");

    static RandomFlow of(int number, Random random) {
        List<Step> steps = new ArrayList<>();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            steps.add(new Step(
                    "s" + i,
                    kind,
                    random.nextInt(3) > 0,
                    CalledFlow.values()[random.nextInt(CalledFlow.values().length)],
                    kind == Kind.CALL_MANY ? 2 + random.nextInt(2) : kind == Kind.CALL ? 1 : 0,
                    ITERATIONS.get(random.nextInt(ITERATIONS.size()))));
        }
        return new RandomFlow(number, Mode.values()[random.nextInt(Mode.values().length)], steps);
    }

    String id() {
        return "cccccccc-0000-4000-8000-%012d".formatted(number);
    }

    /** The steps that a run comes to, as the run log shows them. */
    List<String> log() {
        return visited().stream()
                .map(step -> step.key() + " " + (step.kind().rejects() ? "reject" : "resolve"))
                .toList();
    }

    String status() {
        List<Step> visited = visited();
        return visited.get(visited.size() - 1).kind().rejects() ? "rejected" : "resolved";
    }

    int calls() {
        return visited().stream().mapToInt(Step::calls).sum();
    }

    /** What happens outside, one list for the run and one for each it calls: of each one effect at a time is in flight. */
    List<List<String>> effects() {
        List<List<String>> effects = new ArrayList<>();
        List<String> own = new ArrayList<>();
        effects.add(own);
        for (Step step : visited()) {
            if (step.kind() == Kind.EFFECT || step.kind() == Kind.FAILING_EFFECT) {
                own.add(path(number, step));
            }
            for (int i = 0; i < step.calls(); i++) {
                effects.add(step.called().effects(tag(number, step, i)));
            }
        }
        return effects;
    }

    private List<Step> visited() {
        List<Step> visited = new ArrayList<>();
        for (Step step : steps) {
            visited.add(step);
            if (step.isLast()) {
                break;
            }
        }
        return visited;
    }

    private static String path(Object number, Step step) {
        return "/" + number + "/" + step.key() + (step.kind() == Kind.FAILING_EFFECT ? "/fail" : "");
    }

    private static String tag(Object number, Step step, int call) {
        return number + "-" + step.key() + "-" + call;
    }

    ObjectNode json(String outside) {
        ObjectNode flow = CalledFlow.flow(id(), "Random " + number, "webhook");
        ObjectNode options = flow.putObject("options").put("method", "POST").put("async", mode == Mode.ASYNC);
        if (mode == Mode.WAITED_FOR) {
            options.put("durability", "durable");
        }
        flow.put("operation", stepId(0));
        ArrayNode operations = flow.putArray("operations");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            ObjectNode operation = operations.addObject().put("id", stepId(i)).put("key", step.key());
            boolean overReject = step.kind().rejects() && step.goesOn();
            String next = i + 1 < steps.size() ? stepId(i + 1) : null;
            operation.put(overReject ? "reject" : "resolve", next);
            if (overReject) {
                operation.put("resolve", stepId(i) + "-never");
                operations.add(never(i, outside));
            }
            implement(operation, step, outside);
        }
        return flow;
    }

    /** A step that no run comes to: what it does is not in the model. */
    private JsonNode never(int index, String outside) {
        ObjectNode operation = JsonNodeFactory.instance
                .objectNode()
                .put("id", stepId(index) + "-never")
                .put("key", "never" + index);
        CalledFlow.request(operation, outside + "/never/" + number);
        return operation;
    }

    private void implement(ObjectNode operation, Step step, String outside) {
        switch (step.kind()) {
            case EFFECT, FAILING_EFFECT ->
                CalledFlow.request(operation, outside + path("{{$trigger.body.number}}", step));
            case SHAPE ->
                operation
                        .put("type", "transform")
                        .putObject("options")
                        .putObject("json")
                        .put("seen", "{{$last}}");
            case SHORT_NAP ->
                operation.put("type", "sleep").putObject("options").put("milliseconds", 50);
            case LONG_NAP -> operation.put("type", "sleep").putObject("options").put("milliseconds", 900);
            case THROW ->
                operation
                        .put("type", "throw-error")
                        .putObject("options")
                        .put("code", "no")
                        .put("status", 400)
                        .put("message", "No");
            case CALL, CALL_MANY -> call(operation, step);
        }
    }

    private static void call(ObjectNode operation, Step step) {
        ObjectNode options = operation
                .put("type", "trigger")
                .putObject("options")
                .put("flow", step.called().id())
                .put("iterationMode", step.iteration())
                .put("batchSize", 2);
        if (step.kind() == Kind.CALL) {
            options.putObject("payload").put("tag", tag("{{$trigger.body.number}}", step, 0));
            return;
        }
        ArrayNode payloads = options.putArray("payload");
        for (int i = 0; i < step.calls(); i++) {
            payloads.addObject().put("tag", tag("{{$trigger.body.number}}", step, i));
        }
    }

    private String stepId(int index) {
        return id() + "-" + index;
    }
}
