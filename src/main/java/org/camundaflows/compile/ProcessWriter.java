package org.camundaflows.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.compile.FlowGraph.Edge;
import org.camundaflows.compile.FlowGraph.Node;

/** Writes one process as BPMN. Every id is given, so that the bytes never vary. */
final class ProcessWriter {

    private static final String ERROR = "error_reject";
    private static final String PLATFORM_VERSION = "7.24.0";

    private final XmlWriter xml = new XmlWriter();
    private final FlowGraph graph;
    private final Map<String, List<Edge>> incoming = new HashMap<>();
    private final Map<String, List<Edge>> outgoing = new HashMap<>();

    /** @param key id of the process */
    record Head(
            String key,
            String name,
            String namespace,
            String versionTag,
            String timeToLive,
            Map<String, String> texts) {}

    /** @param cycle time cycle of a schedule */
    record Trigger(Map<String, String> texts, Optional<String> cycle) {}

    ProcessWriter(FlowGraph graph) {
        this.graph = graph;
        for (Edge edge : graph.edges()) {
            outgoing.merge(edge.source(), List.of(edge), ProcessWriter::joined);
            incoming.merge(edge.target(), List.of(edge), ProcessWriter::joined);
        }
    }

    /** @param tasks the fields of each task by element id */
    String write(Head head, Trigger trigger, Map<String, Map<String, String>> tasks, Diagram diagram) {
        definitions(head.namespace());
        process(head);
        for (Node node : graph.nodes()) {
            switch (node.kind()) {
                case START -> start(node, trigger);
                case TASK -> task(node, tasks.getOrDefault(node.id(), Map.of()));
                case BOUNDARY -> boundary(node);
                case END -> end(node);
            }
        }
        graph.edges().forEach(this::sequenceFlow);
        xml.end();
        if (!graph.tasks().isEmpty()) {
            error();
        }
        new DiagramWriter(xml, diagram).write(graph, head.key());
        return xml.end().toString();
    }

    private void definitions(String namespace) {
        xml.start("bpmn:definitions")
                .attribute("xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL")
                .attribute("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI")
                .attribute("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC")
                .attribute("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI")
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xmlns:camunda", FlowBpmn.CAMUNDA)
                .attribute("xmlns:modeler", "http://camunda.org/schema/modeler/1.0")
                .attribute("id", "definitions")
                .attribute("targetNamespace", namespace)
                .attribute("exporter", "camunda-flows")
                .attribute("modeler:executionPlatform", "Camunda Platform")
                .attribute("modeler:executionPlatformVersion", PLATFORM_VERSION);
    }

    private void process(Head head) {
        xml.start("bpmn:process").attribute("id", head.key());
        if (!head.name().isEmpty()) {
            xml.attribute("name", head.name());
        }
        xml.attribute("isExecutable", "true")
                .attribute("camunda:versionTag", head.versionTag())
                .attribute("camunda:historyTimeToLive", head.timeToLive());
        properties(head.texts());
    }

    private void error() {
        xml.start("bpmn:error")
                .attribute("id", ERROR)
                .attribute("name", "Rejected")
                .attribute("errorCode", FlowBpmn.REJECT_CODE)
                .end();
    }

    private void start(Node node, Trigger trigger) {
        xml.start("bpmn:startEvent").attribute("id", node.id()).attribute("name", node.label());
        properties(trigger.texts());
        connections(node);
        trigger.cycle().ifPresent(text -> {
            xml.start("bpmn:timerEventDefinition").attribute("id", "timer");
            xml.start("bpmn:timeCycle")
                    .attribute("xsi:type", "bpmn:tFormalExpression")
                    .end(text);
            xml.end();
        });
        xml.end();
    }

    private void task(Node node, Map<String, String> texts) {
        xml.start("bpmn:serviceTask")
                .attribute("id", node.id())
                .attribute("name", node.label())
                .attribute("camunda:expression", FlowBpmn.EXPRESSION);
        xml.start("bpmn:extensionElements");
        texts.forEach((name, text) -> {
            xml.start("camunda:field").attribute("name", name);
            xml.start("camunda:string").end(text).end();
        });
        xml.end();
        connections(node);
        xml.end();
    }

    private void boundary(Node node) {
        xml.start("bpmn:boundaryEvent")
                .attribute("id", node.id())
                .attribute("name", node.label())
                .attribute("attachedToRef", String.valueOf(node.host()));
        connections(node);
        xml.start("bpmn:errorEventDefinition")
                .attribute("id", "error_" + node.id())
                .attribute("errorRef", ERROR)
                .end();
        xml.end();
    }

    private void end(Node node) {
        xml.start("bpmn:endEvent").attribute("id", node.id()).attribute("name", node.label());
        connections(node);
        xml.end();
    }

    private void sequenceFlow(Edge edge) {
        xml.start("bpmn:sequenceFlow")
                .attribute("id", edge.id())
                .attribute("sourceRef", edge.source())
                .attribute("targetRef", edge.target())
                .end();
    }

    private void connections(Node node) {
        incoming.getOrDefault(node.id(), List.of())
                .forEach(edge -> xml.start("bpmn:incoming").end(edge.id()));
        outgoing.getOrDefault(node.id(), List.of())
                .forEach(edge -> xml.start("bpmn:outgoing").end(edge.id()));
    }

    private void properties(Map<String, String> texts) {
        xml.start("bpmn:extensionElements").start("camunda:properties");
        texts.forEach((name, text) -> xml.start("camunda:property")
                .attribute("name", name)
                .attribute("value", text)
                .end());
        xml.end().end();
    }

    private static List<Edge> joined(List<Edge> first, List<Edge> second) {
        List<Edge> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
