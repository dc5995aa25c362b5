package org.camundaflows.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowHash;

/** Brings what is stored to the engine: at the start everything, later what differs from what was seen before. */
final class FlowSync {

    private final FlowRows rows;
    private final FlowDeployments deployments;
    private final Predicate<Flow> ours;
    private final Map<String, String> seen = new HashMap<>();
    private Map<String, FlowDeployments.Deployed> deployed = new HashMap<>();

    /** @param ours whether a flow is run here */
    FlowSync(FlowRows rows, FlowDeployments deployments, Predicate<Flow> ours) {
        this.rows = rows;
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
        return deployed;
    }

    /** Takes over what an earlier life of this server, or another node, has deployed. */
    synchronized void begin() {
        deployments.stored().forEach(id -> seen.put(id, ""));
        run();
    }

    synchronized void run() {
        Map<String, Flow> stored = rows.all().stream()
                .filter(ours)
                .collect(Collectors.toMap(Flow::id, flow -> flow, (first, second) -> first));
        List<Flow> changed = new ArrayList<>();
        stored.forEach((id, flow) -> {
            String hash = FlowHash.of(flow);
            if (!hash.equals(seen.put(id, hash))) {
                changed.add(flow);
            }
        });
        Set<String> gone =
                seen.keySet().stream().filter(id -> !stored.containsKey(id)).collect(Collectors.toSet());
        gone.forEach(deployments::withdraw);
        seen.keySet().removeAll(gone);
        deployments
                .deployStored(changed)
                .forEach(result -> deployed.put(result.flow().id(), result));
    }
}
