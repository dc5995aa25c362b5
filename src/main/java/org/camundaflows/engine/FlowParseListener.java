package org.camundaflows.engine;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.compile.ElementTexts;
import org.camundaflows.compile.FlowBpmn;
import org.camundaflows.compile.FlowFields;
import org.camundaflows.compile.OperationFields;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.jspecify.annotations.Nullable;

/** Prepares flows when the engine parses them: once per deployed definition and node. */
final class FlowParseListener extends AbstractBpmnParseListener {

    /** What the engine's columns for names hold; they only serve to show. */
    private static final int MAX_NAME = 255;

    private final FlowServices services;
    private final OperationFields fields;

    FlowParseListener(FlowServices services) {
        this.services = services;
        this.fields = new OperationFields(services.operations());
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        if (isOperation(task)) {
            activity.setProperty("name", fitting((String) activity.getProperty("name")));
            String flowId = BpmnIds.flowId(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey());
            FlowOperation operation =
                    fields.decode(texts(task, fields(task)), flowId, NullNode.getInstance(), NullNode.getInstance());
            activity.setActivityBehavior(new StepBehavior(
                    StepDefinition.of(
                            operation,
                            services.operations().find(operation.type()).orElse(null)),
                    services));
        }
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        Element start = process.element("startEvent");
        Map<String, String> trigger = start == null ? Map.of() : properties(start);
        boolean isFlow = trigger.containsKey(FlowBpmn.TRIGGER)
                || process.elements("serviceTask").stream().anyMatch(FlowParseListener::isOperation);
        if (isFlow) {
            definition.setName(fitting(definition.getName()));
            Flow flow = flow(process, trigger);
            new FlowDefinition(flow, sharedKeys(definition)).attach(definition);
            definition.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START, new RunStartListener(flow, services.observer()));
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, new RunEndListener(services));
        }
    }

    private static Set<String> sharedKeys(ProcessDefinitionEntity definition) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (ActivityImpl activity : definition.getActivities()) {
            if (activity.getActivityBehavior() instanceof StepBehavior step
                    && !seen.add(step.definition().key())) {
                shared.add(step.definition().key());
            }
        }
        return Set.copyOf(shared);
    }

    private static Flow flow(Element process, Map<String, String> trigger) {
        return FlowFields.decode(texts(process, properties(process)), trigger, null, List.of());
    }

    private static ElementTexts texts(Element element, Map<String, String> texts) {
        return new ElementTexts(element.attribute("id", ""), element.attribute("name"), texts);
    }

    private static @Nullable String fitting(@Nullable String name) {
        return name == null || name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }

    private static boolean isOperation(Element task) {
        return FlowBpmn.EXPRESSION.equals(task.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "expression"));
    }

    private static Map<String, String> fields(Element task) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Element field : extensions(task, "field")) {
            Element string = field.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "string");
            texts.put(
                    field.attribute("name", ""),
                    string == null ? field.attribute("stringValue", "") : string.getText());
        }
        return texts;
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Element properties : extensions(element, "properties")) {
            for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                texts.put(property.attribute("name", ""), property.attribute("value", ""));
            }
        }
        return texts;
    }

    private static List<Element> extensions(Element element, String name) {
        @Nullable Element extensions = element.element("extensionElements");
        return extensions == null ? List.of() : extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }
}
