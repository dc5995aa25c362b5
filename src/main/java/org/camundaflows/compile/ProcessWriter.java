package org.camundaflows.compile;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaString;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Writes one process and its diagram into an empty model. Every id is given, so that the bytes never vary. */
final class ProcessWriter {

    private static final String ERROR = "error_reject";

    private final BpmnModelInstance model;
    private final FlowGraph graph;
    private final Definitions definitions;
    private final Process process;

    ProcessWriter(BpmnModelInstance model, FlowGraph graph, String key) {
        this.model = model;
        this.graph = graph;
        this.definitions = create(Definitions.class, "definitions");
        definitions.setTargetNamespace("https://camundaflows.org/flow");
        definitions.setExporter("camunda-flows");
        model.setDefinitions(definitions);
        this.process = create(Process.class, key);
        definitions.addChildElement(process);
        Error error = create(Error.class, ERROR);
        error.setName("Rejected");
        error.setErrorCode(FlowBpmn.REJECT_CODE);
        definitions.addChildElement(error);
    }

    void process(String name, String versionTag, String timeToLive, Map<String, String> texts) {
        process.setExecutable(true);
        if (!name.isEmpty()) {
            process.setName(name);
        }
        process.setCamundaVersionTag(versionTag);
        process.setCamundaHistoryTimeToLiveString(timeToLive);
        properties(process, texts);
    }

    void start(Map<String, String> texts, Optional<String> cycle) {
        StartEvent start = create(StartEvent.class, BpmnIds.START);
        String label = graph.nodes().get(0).label();
        if (!label.isEmpty()) {
            start.setName(label);
        }
        properties(start, texts);
        process.addChildElement(start);
        cycle.ifPresent(text -> {
            TimerEventDefinition timer = create(TimerEventDefinition.class, "timer");
            TimeCycle timeCycle = create(TimeCycle.class, "cycle");
            timeCycle.setTextContent(text);
            timer.setTimeCycle(timeCycle);
            start.addChildElement(timer);
        });
    }

    void task(FlowGraph.Node node, Map<String, String> texts) {
        ServiceTask task = create(ServiceTask.class, node.id());
        if (!node.label().isEmpty()) {
            task.setName(node.label());
        }
        task.setCamundaExpression(FlowBpmn.EXPRESSION);
        ExtensionElements extensions = extensions(task);
        texts.forEach((name, text) -> {
            CamundaField field = model.newInstance(CamundaField.class);
            field.setCamundaName(name);
            CamundaString string = model.newInstance(CamundaString.class);
            string.setTextContent(text);
            extensions.addChildElement(field);
            field.addChildElement(string);
        });
        process.addChildElement(task);
    }

    /** Adds what follows from the graph alone: boundary and end events, sequence flows, and the diagram. */
    void finish(Diagram diagram) {
        graph.nodes().forEach(this::event);
        for (FlowGraph.Edge edge : graph.edges()) {
            SequenceFlow flow = create(SequenceFlow.class, edge.id());
            process.addChildElement(flow);
            flow.setSource(element(edge.source()));
            flow.setTarget(element(edge.target()));
            element(edge.source()).getOutgoing().add(flow);
            element(edge.target()).getIncoming().add(flow);
        }
        draw(diagram);
    }

    private void event(FlowGraph.Node node) {
        switch (node.kind()) {
            case BOUNDARY -> {
                BoundaryEvent boundary = create(BoundaryEvent.class, node.id());
                process.addChildElement(boundary);
                boundary.setAttachedTo(model.getModelElementById(node.host()));
                ErrorEventDefinition definition = create(ErrorEventDefinition.class, "error_" + node.id());
                definition.setError(model.getModelElementById(ERROR));
                boundary.addChildElement(definition);
            }
            case END -> {
                EndEvent end = create(EndEvent.class, node.id());
                end.setName(node.label());
                process.addChildElement(end);
            }
            case START, TASK -> {}
        }
    }

    private void draw(Diagram diagram) {
        BpmnDiagram bpmnDiagram = create(BpmnDiagram.class, "diagram");
        BpmnPlane plane = create(BpmnPlane.class, "plane");
        plane.setBpmnElement(process);
        definitions.addChildElement(bpmnDiagram);
        bpmnDiagram.setBpmnPlane(plane);
        for (FlowGraph.Node node : graph.nodes()) {
            BpmnShape shape = create(BpmnShape.class, "shape_" + node.id());
            shape.setBpmnElement(element(node.id()));
            shape.setBounds(bounds(present(diagram.shapes().get(node.id()))));
            Diagram.Bounds label = diagram.labels().get(node.id());
            if (label != null) {
                BpmnLabel bpmnLabel = model.newInstance(BpmnLabel.class);
                bpmnLabel.setBounds(bounds(label));
                shape.setBpmnLabel(bpmnLabel);
            }
            plane.addChildElement(shape);
        }
        for (FlowGraph.Edge edge : graph.edges()) {
            BpmnEdge bpmnEdge = create(BpmnEdge.class, "edge_" + edge.id());
            bpmnEdge.setBpmnElement(model.<SequenceFlow>getModelElementById(edge.id()));
            for (Diagram.Point point : present(diagram.edges().get(edge.id()))) {
                Waypoint waypoint = model.newInstance(Waypoint.class);
                waypoint.setX(point.x());
                waypoint.setY(point.y());
                bpmnEdge.addChildElement(waypoint);
            }
            plane.addChildElement(bpmnEdge);
        }
    }

    private static <T> T present(@Nullable T drawn) {
        if (drawn == null) {
            throw new IllegalStateException("The diagram lacks an element of the process");
        }
        return drawn;
    }

    private Bounds bounds(Diagram.Bounds drawn) {
        Bounds bounds = model.newInstance(Bounds.class);
        bounds.setX(drawn.x());
        bounds.setY(drawn.y());
        bounds.setWidth(drawn.width());
        bounds.setHeight(drawn.height());
        return bounds;
    }

    private void properties(BaseElement element, Map<String, String> texts) {
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        extensions(element).addChildElement(properties);
        texts.forEach((name, text) -> {
            CamundaProperty property = model.newInstance(CamundaProperty.class);
            property.setCamundaName(name);
            property.setCamundaValue(text);
            properties.addChildElement(property);
        });
    }

    private ExtensionElements extensions(BaseElement element) {
        ExtensionElements extensions = model.newInstance(ExtensionElements.class);
        element.setExtensionElements(extensions);
        return extensions;
    }

    private FlowNode element(String id) {
        return model.getModelElementById(id);
    }

    private <T extends ModelElementInstance> T create(Class<T> type, String id) {
        T element = model.newInstance(type);
        element.setAttributeValue("id", id, true);
        return element;
    }
}
