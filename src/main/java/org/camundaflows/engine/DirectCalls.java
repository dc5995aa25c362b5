package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.camundaflows.operation.Result;

/** Runs called flows while the calling run keeps its thread: the caller goes on whatever becomes of them. */
final class DirectCalls {

    /** Longer than any run: a caller waits for its children as long as they take. */
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(36500);

    private final FlowRuns runs;
    private final int maxParallel;
    private final ExecutorService threads;

    DirectCalls(FlowRuns runs, int maxParallel, ExecutorService threads) {
        this.runs = runs;
        this.maxParallel = maxParallel;
        this.threads = threads;
    }

    /** The returned values in the order of the payloads. */
    List<JsonNode> call(Run caller, DeployedFlow flow, Result.Calling calling) {
        List<JsonNode> payloads = calling.payloads();
        List<JsonNode> values = new ArrayList<>(payloads.size());
        for (int from = 0; from < payloads.size(); from += calling.groupSize()) {
            int to = (int) Math.min((long) from + calling.groupSize(), payloads.size());
            values.addAll(callGroup(caller, flow, payloads.subList(from, to)));
        }
        return values;
    }

    private List<JsonNode> callGroup(Run caller, DeployedFlow flow, List<JsonNode> payloads) {
        if (payloads.size() == 1) {
            return List.of(call(caller, flow, payloads.get(0)));
        }
        Semaphore permits = new Semaphore(maxParallel);
        List<Future<JsonNode>> calls = new ArrayList<>(payloads.size());
        for (JsonNode payload : payloads) {
            permits.acquireUninterruptibly();
            calls.add(threads.submit(() -> {
                try {
                    return call(caller, flow, payload);
                } finally {
                    permits.release();
                }
            }));
        }
        return calls.stream().map(DirectCalls::value).toList();
    }

    private JsonNode call(Run caller, DeployedFlow flow, JsonNode payload) {
        Start start = new Start(
                payload,
                caller.accountability(),
                FlowRuns.mode(flow, RunMode.DIRECT),
                caller.depth() + 1,
                caller.id(),
                null);
        return FlowCalls.returned(flow, runs.run(flow, start, AS_LONG_AS_IT_TAKES));
    }

    private static JsonNode value(Future<JsonNode> call) {
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
