package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camundaflows.operation.Result;

/**
 * Runs called flows while the calling run keeps its thread: the caller goes on whatever becomes of them. When one of them
 * leaves its thread, the calling run does so, too.
 */
final class DirectCalls {

    private final FlowRuns runs;
    private final DurableCalls durable;
    private final int maxParallel;
    private final ExecutorService threads;

    DirectCalls(FlowRuns runs, DurableCalls durable, int maxParallel, ExecutorService threads) {
        this.runs = runs;
        this.durable = durable;
        this.maxParallel = maxParallel;
        this.threads = threads;
    }

    /** The returned values in the order of the payloads; empty when the calling run has to wait in the database. */
    Optional<List<JsonNode>> call(ExecutionEntity execution, Run caller, DeployedFlow flow, Result.Calling calling) {
        int count = calling.payloads().size();
        List<Called> called = new ArrayList<>(count);
        for (int from = 0; from < count; from += calling.groupSize()) {
            int to = (int) Math.min((long) from + calling.groupSize(), count);
            called.addAll(callGroup(execution.getId(), caller, flow, calling, from, to));
            if (called.stream().anyMatch(Called::isRunning)) {
                durable.takeOver(execution, caller, calling, called);
                return Optional.empty();
            }
        }
        return Optional.of(called.stream().map(Called::value).toList());
    }

    private List<Called> callGroup(
            String execution, Run caller, DeployedFlow flow, Result.Calling calling, int from, int to) {
        if (to == from + 1) {
            return List.of(call(execution, caller, flow, calling, from));
        }
        Semaphore permits = new Semaphore(maxParallel);
        List<Future<Called>> calls = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            int index = i;
            permits.acquireUninterruptibly();
            calls.add(threads.submit(() -> {
                try {
                    return call(execution, caller, flow, calling, index);
                } finally {
                    permits.release();
                }
            }));
        }
        return calls.stream().map(DirectCalls::result).toList();
    }

    private Called call(String execution, Run caller, DeployedFlow flow, Result.Calling calling, int index) {
        Start start = new Start(
                calling.payloads().get(index),
                caller.accountability(),
                FlowRuns.mode(flow, RunMode.DIRECT),
                caller.depth() + 1,
                caller.id(),
                new Start.Waiting(execution, index, true));
        Outcome outcome = runs.run(flow, start);
        boolean running = outcome.status() == Outcome.Status.RUNNING;
        return new Called(outcome.runId(), running ? null : FlowCalls.returned(flow, outcome));
    }

    private static Called result(Future<Called> call) {
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
