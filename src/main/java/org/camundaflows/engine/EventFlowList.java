package org.camundaflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.compile.FlowBpmn;
import org.jspecify.annotations.Nullable;

/**
 * The active flows with the trigger {@code event}. A change made on this node is seen at once, one made on another node
 * within a second.
 */
final class EventFlowList {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String EVENT = "event";

    /** Tells one state of the deployed flows from another, cheaply. */
    private record Mark(long deployments, String latest, long suspended) {}

    /** @param changes how many changes were known before it was looked up */
    private record Seen(List<DeployedFlow> flows, Mark mark, Instant at, long changes) {}

    private final RepositoryService repository;
    private final Function<ProcessDefinition, Optional<DeployedFlow>> reader;
    private final Supplier<Instant> clock;
    private final Supplier<Long> changes;
    private final Map<String, Optional<DeployedFlow>> read = new HashMap<>();
    private volatile @Nullable Seen seen;

    /**
     * @param reader reads the flow of a process definition, if it is one
     * @param changes counts the changes made on this node
     */
    EventFlowList(
            RepositoryService repository,
            Function<ProcessDefinition, Optional<DeployedFlow>> reader,
            Supplier<Instant> clock,
            Supplier<Long> changes) {
        this.repository = repository;
        this.reader = reader;
        this.clock = clock;
        this.changes = changes;
    }

    /** The same object until something has changed. */
    List<DeployedFlow> current() {
        Seen known = seen;
        return known != null && isFresh(known) ? known.flows() : lookUp();
    }

    private boolean isFresh(Seen known) {
        return known.changes() == changes.get() && known.at().plus(FRESH).isAfter(clock.get());
    }

    private synchronized List<DeployedFlow> lookUp() {
        Seen known = seen;
        if (known != null && isFresh(known)) {
            return known.flows();
        }
        Instant now = clock.get();
        long count = changes.get();
        Mark mark = mark();
        List<DeployedFlow> flows =
                known != null && known.changes() == count && known.mark().equals(mark) ? known.flows() : read();
        seen = new Seen(flows, mark, now, count);
        return flows;
    }

    private Mark mark() {
        List<Deployment> latest = repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        return new Mark(
                repository.createDeploymentQuery().count(),
                latest.isEmpty() ? "" : latest.get(0).getId(),
                repository.createProcessDefinitionQuery().suspended().count());
    }

    private List<DeployedFlow> read() {
        List<DeployedFlow> flows = new ArrayList<>();
        for (ProcessDefinition definition : repository
                .createProcessDefinitionQuery()
                .processDefinitionKeyLike(BpmnIds.process("").replace("_", "\\_") + "%")
                .latestVersion()
                .list()) {
            if (!definition.isSuspended() && mayListen(definition)) {
                read.computeIfAbsent(definition.getId(), id -> reader.apply(definition))
                        .filter(flow -> flow.flow().isActive()
                                && EVENT.equals(flow.flow().trigger()))
                        .ifPresent(flows::add);
            }
        }
        return List.copyOf(flows);
    }

    /** Reading a process takes a while: most say beforehand that they are none. */
    private static boolean mayListen(ProcessDefinition definition) {
        return !FlowBpmn.tellsTrigger(definition.getCategory())
                || FlowBpmn.namespace(EVENT).equals(definition.getCategory());
    }
}
