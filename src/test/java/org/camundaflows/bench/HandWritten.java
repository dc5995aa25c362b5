package org.camundaflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.camundaflows.FlowSketch;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.json.Json;
import org.camundaflows.operation.OperationRegistry;

/**
 * The workload as a process of its own with Java delegates, without anything of this project's engine.
 *
 * @param key of the process
 * @param withRejectPaths whether each task has a boundary event for errors, as tasks of flows have; without, the process
 *     is the leanest that does the work
 */
record HandWritten(String key, FlowSketch sketch, boolean withRejectPaths) {

    static final String REJECTED = "rejected";

    /** What the expressions of the process mean. */
    Map<Object, Object> beans(OperationRegistry operations) {
        Map<Object, Object> beans = new HashMap<>();
        for (FlowOperation step : sketch.flow().operations()) {
            String record = withRejectPaths ? "step" : "step:" + step.key();
            beans.put(
                    bean(step),
                    new HandDelegate(step, operations.find(step.type()).orElseThrow(), record));
        }
        return beans;
    }

    private String bean(FlowOperation step) {
        return key + "_" + step.key();
    }

    /** Deploys the process; a call runs it with the workload's trigger. */
    Load.Call deploy(ProcessEngine engine) {
        AbstractFlowNodeBuilder<?, ?> end =
                Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(180).startEvent();
        for (FlowOperation step : sketch.flow().operations()) {
            ServiceTaskBuilder task = end.serviceTask(step.key()).camundaDelegateExpression("${" + bean(step) + "}");
            if (withRejectPaths) {
                task.boundaryEvent().error(REJECTED).endEvent("rejected_" + step.key());
            }
            end = task;
        }
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(key + ".bpmn", end.endEvent("resolved").done())
                .deploy();
        JsonNode trigger = FlowSketch.parse(Workload.TRIGGER);
        return number -> run(engine, trigger);
    }

    private void run(ProcessEngine engine, JsonNode trigger) {
        VariableMap variables = Variables.createVariables()
                .putValue("$trigger", Json.write(trigger))
                .putValue("$accountability", "null")
                .putValueTyped(HandDelegate.CHAIN, Variables.untypedValue(new HandChain(trigger), true));
        if (!engine.getRuntimeService()
                .startProcessInstanceByKey(key, variables)
                .isEnded()) {
            throw new IllegalStateException("The process has not ended");
        }
    }
}
