package org.camundaflows.compile;

import org.camundaflows.flow.Flow;

/**
 * A flow as BPMN.
 *
 * @param key process definition key
 * @param versionTag hash of the flow and of all that shaped the BPMN; equal tags mean equal BPMN, but for the
 *     order of operations and of members of JSON objects
 * @param bpmn the BPMN 2.0 document with diagram
 */
public record CompiledFlow(Flow flow, String key, String versionTag, String bpmn) {

    /** Name of the BPMN file in a deployment. */
    public String fileName() {
        return key + ".bpmn";
    }
}
