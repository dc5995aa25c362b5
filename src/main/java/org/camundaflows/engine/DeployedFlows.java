package org.camundaflows.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camundaflows.compile.BpmnIds;

/**
 * Finds the latest deployed version of a flow. A change made on this node is seen at once, one made on another node
 * within a second.
 */
final class DeployedFlows {

    private final ProcessEngineConfigurationImpl engine;
    private final FlowSightings sightings;

    DeployedFlows(ProcessEngineConfigurationImpl engine, FlowServices services) {
        this.engine = engine;
        this.sightings = new FlowSightings(services::now);
    }

    Optional<DeployedFlow> find(String flowId) {
        return sightings.find(flowId, seen -> latest(BpmnIds.process(flowId))
                .flatMap(definition -> seen != null && seen.definitionId().equals(definition.getId())
                        ? Optional.of(seen)
                        : deployed(definition)));
    }

    /** To be called when a flow has been deployed, by whomever. */
    void changed() {
        sightings.changed();
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
