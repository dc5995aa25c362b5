package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;
import org.camundaflows.operation.FlowCaller;
import org.camundaflows.operation.Rejection;

/**
 * Runs called flows, each in a transaction of its own: the caller goes on whatever becomes of them. They keep the thread
 * of their call however long they wait: a caller that blocks a job thread while its child needs one would soon wait for
 * ever. After a crash an accepted caller calls them anew.
 */
final class FlowCalls {

    private final FlowServices services;
    private final FlowRuns runs;
    private final ExecutorService threads;

    FlowCalls(FlowServices services, FlowRuns runs, ExecutorService threads) {
        this.services = services;
        this.runs = runs;
        this.threads = threads;
    }

    FlowCaller callerFor(Run caller) {
        return (flowId, payloads, concurrency) -> call(caller, flowId, payloads, concurrency);
    }

    private List<JsonNode> call(Run caller, String flowId, List<JsonNode> payloads, int concurrency) {
        int depth = caller.depth() + 1;
        if (depth > services.settings().maxDepth()) {
            throw new Rejection(ErrorValue.plain(
                    "Error",
                    "Flow \"" + flowId + "\" was not called: flows call each other more than "
                            + services.settings().maxDepth() + " deep"));
        }
        Optional<DeployedFlow> flow = callable(flowId);
        if (flow.isEmpty()) {
            FlowLog.INSTANCE.warn("Couldn't find operation triggered flow with id \"" + flowId + "\"");
            return Collections.nCopies(payloads.size(), NullNode.getInstance());
        }
        return payloads.size() == 1 || concurrency == 1
                ? payloads.stream()
                        .map(payload -> call(caller, flow.get(), payload, depth))
                        .toList()
                : callConcurrently(caller, flow.get(), payloads, concurrency, depth);
    }

    private Optional<DeployedFlow> callable(String flowId) {
        return runs.find(flowId)
                .filter(flow ->
                        flow.flow().isActive() && "operation".equals(flow.flow().trigger()));
    }

    private List<JsonNode> callConcurrently(
            Run caller, DeployedFlow flow, List<JsonNode> payloads, int concurrency, int depth) {
        Semaphore permits = new Semaphore(concurrency);
        List<Future<JsonNode>> calls = new ArrayList<>(payloads.size());
        for (JsonNode payload : payloads) {
            permits.acquireUninterruptibly();
            calls.add(threads.submit(() -> {
                try {
                    return call(caller, flow, payload, depth);
                } finally {
                    permits.release();
                }
            }));
        }
        return calls.stream().map(FlowCalls::result).toList();
    }

    private JsonNode call(Run caller, DeployedFlow flow, JsonNode payload, int depth) {
        Outcome outcome =
                runs.call(flow, new Start(payload, caller.accountability(), RunMode.DIRECT, depth, caller.id()));
        if (outcome.failure() instanceof StepFailedException failed && failed.isInterruption()) {
            throw new Interruption();
        }
        if (outcome.failure() != null) {
            throw new Rejection(ErrorValue.plain(
                    "Error",
                    "The called flow \"" + flow.flow().name() + "\" failed: "
                            + outcome.failure().getMessage()));
        }
        try {
            JsonNode value =
                    outcome.returned(flow.flow().options().path("return").asText());
            return value.isMissingNode() ? NullNode.getInstance() : value;
        } catch (PathException e) {
            throw new Rejection(StepRunner.error(e));
        }
    }

    private static JsonNode result(Future<JsonNode> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interruption();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
