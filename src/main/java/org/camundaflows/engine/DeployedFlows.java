package org.camundaflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camundaflows.compile.BpmnIds;

/**
 * Finds the latest deployed version of a flow. A change made on this node is seen at once, one made on another node
 * within a second.
 */
final class DeployedFlows {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Seen(DeployedFlow flow, Instant at) {}

    private final ProcessEngineConfigurationImpl engine;
    private final FlowServices services;
    private final Map<String, Seen> cache = new ConcurrentHashMap<>();

    DeployedFlows(ProcessEngineConfigurationImpl engine, FlowServices services) {
        this.engine = engine;
        this.services = services;
    }

    Optional<DeployedFlow> find(String flowId) {
        Seen seen = cache.get(flowId);
        Instant now = services.now();
        if (seen != null && seen.at().plus(FRESH).isAfter(now)) {
            return Optional.of(seen.flow());
        }
        Optional<DeployedFlow> found = latest(BpmnIds.process(flowId))
                .flatMap(
                        definition -> seen != null && seen.flow().definitionId().equals(definition.getId())
                                ? Optional.of(seen.flow())
                                : deployed(definition));
        found.ifPresentOrElse(flow -> cache.put(flowId, new Seen(flow, now)), () -> cache.remove(flowId));
        return found;
    }

    /** Forgets what was seen of a flow, after it has been deployed. */
    void changed(String flowId) {
        cache.remove(flowId);
    }

    Optional<ProcessDefinition> latest(String key) {
        return Optional.ofNullable(engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult());
    }

    private Optional<DeployedFlow> deployed(ProcessDefinition latest) {
        ProcessDefinitionEntity definition = engine.getCommandExecutorTxRequired()
                .execute(context -> engine.getDeploymentCache().findDeployedProcessDefinitionById(latest.getId()));
        FlowDefinition flow = FlowDefinition.of(definition);
        String tag = definition.getVersionTag();
        return Optional.ofNullable(flow)
                .map(found -> new DeployedFlow(
                        definition.getId(), definition.getVersion(), tag == null ? "" : tag, found.flow()));
    }
}
