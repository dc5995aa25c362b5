package org.camundaflows.authoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowHash;
import org.camundaflows.store.sql.TableMarks;

/** Brings what is stored to the engine: at the start everything, later what differs from what was seen before. */
final class FlowSync {

    private final FlowRows rows;
    private final TableMarks marks;
    private final FlowDeployments deployments;
    private final Predicate<Flow> ours;

    /** Hashes of the flows that the engine has been told of, by their ids. */
    private final Map<String, String> seen = new HashMap<>();

    private List<Object> mark = List.of();
    private Map<String, FlowDeployments.Deployed> deployed = new HashMap<>();

    /** @param ours whether a flow is run here */
    FlowSync(FlowRows rows, TableMarks marks, FlowDeployments deployments, Predicate<Flow> ours) {
        this.rows = rows;
        this.marks = marks;
        this.deployments = deployments;
        this.ours = ours;
    }

    /**
     * Does work that stores flows; other threads wait meanwhile.
     *
     * @return what became of the flows it changed, by their ids
     */
    synchronized Map<String, FlowDeployments.Deployed> during(Runnable work) {
        deployed = new HashMap<>();
        work.run();
        run();
        return deployed;
    }

    /** Takes over what an earlier life of this server, or another node, has deployed. */
    synchronized void begin() {
        deployments.stored().forEach(id -> seen.put(id, ""));
        run();
    }

    /**
     * Does nothing, at little cost, unless rows have been written since it last succeeded.
     *
     * @throws RuntimeException for the first flow that could not be brought to the engine, after all others; it is tried
     *     again the next time
     */
    synchronized void run() {
        List<Object> now = marks.current();
        if (!now.equals(mark)) {
            bringAll();
            mark = now;
        }
    }

    private void bringAll() {
        Map<String, Flow> stored = rows.all().stream()
                .filter(ours)
                .collect(Collectors.toMap(Flow::id, flow -> flow, (first, second) -> first));
        Failures failures = new Failures();
        Set<String> gone =
                seen.keySet().stream().filter(id -> !stored.containsKey(id)).collect(Collectors.toSet());
        gone.forEach(id -> failures.collect(() -> withdraw(id)));
        stored.values().forEach(flow -> failures.collect(() -> bring(flow)));
        failures.rethrow();
    }

    private void withdraw(String id) {
        deployments.withdraw(id);
        seen.remove(id);
    }

    private void bring(Flow flow) {
        String hash = FlowHash.of(flow);
        if (!hash.equals(seen.get(flow.id()))) {
            deployed.put(flow.id(), deployments.deployStored(List.of(flow)).get(0));
            seen.put(flow.id(), hash);
        }
    }
}
