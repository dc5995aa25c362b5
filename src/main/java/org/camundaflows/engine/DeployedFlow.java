package org.camundaflows.engine;

import org.camundaflows.flow.Flow;

/**
 * The latest deployed version of a flow.
 *
 * @param definitionId id of its process definition
 * @param flow the flow without its operations
 */
public record DeployedFlow(String definitionId, int version, String versionTag, Flow flow) {}
