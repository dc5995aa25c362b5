package org.camundaflows.trigger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camundaflows.engine.DeployedFlow;
import org.camundaflows.engine.FlowRuns;

/** The active event flows by the events they listen to, in the order of their ids. */
final class EventFlows {

    private final FlowRuns runs;
    private volatile Known known = new Known(List.of());

    /**
     * What is known of one state of the deployed flows. It remembers the list it was made of: another list means that
     * something has changed.
     */
    private static final class Known {
        private final List<DeployedFlow> deployed;
        private final Map<DeployedFlow, EventScope> scopes;
        private final Map<String, List<DeployedFlow>> filtering = new ConcurrentHashMap<>();
        private final Map<String, List<DeployedFlow>> acting = new ConcurrentHashMap<>();

        Known(List<DeployedFlow> deployed) {
            this.deployed = deployed;
            this.scopes = deployed.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            flow -> EventScope.of(flow.flow().options())));
        }

        List<DeployedFlow> listening(boolean filter, String event) {
            return (filter ? filtering : acting).computeIfAbsent(event, name -> deployed.stream()
                    .filter(flow ->
                            scope(flow).filter() == filter && scope(flow).hears(name))
                    .sorted(Comparator.comparing(flow -> flow.flow().id()))
                    .toList());
        }

        private EventScope scope(DeployedFlow flow) {
            return scopes.getOrDefault(flow, EventScope.NOTHING);
        }
    }

    EventFlows(FlowRuns runs) {
        this.runs = runs;
    }

    List<DeployedFlow> filtering(String event) {
        return known().listening(true, event);
    }

    List<DeployedFlow> acting(String event) {
        return known().listening(false, event);
    }

    @SuppressWarnings("ReferenceEquality") // the list stays the same object until something changes
    private Known known() {
        List<DeployedFlow> deployed = runs.eventFlows();
        Known current = known;
        if (current.deployed != deployed) {
            current = new Known(deployed);
            known = current;
        }
        return current;
    }
}
