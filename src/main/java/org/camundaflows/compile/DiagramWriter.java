package org.camundaflows.compile;

import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.FlowGraph.Edge;
import org.camundaflows.compile.FlowGraph.Node;
import org.jspecify.annotations.Nullable;

/** Writes the diagram of a process. */
final class DiagramWriter {

    private final XmlWriter xml;
    private final Diagram diagram;

    DiagramWriter(XmlWriter xml, Diagram diagram) {
        this.xml = xml;
        this.diagram = diagram;
    }

    void write(FlowGraph graph, String process) {
        xml.start("bpmndi:BPMNDiagram").attribute("id", "diagram");
        xml.start("bpmndi:BPMNPlane").attribute("id", "plane").attribute("bpmnElement", process);
        graph.nodes().forEach(this::shape);
        graph.edges().forEach(this::edge);
        xml.end().end();
    }

    private void shape(Node node) {
        xml.start("bpmndi:BPMNShape").attribute("id", "shape_" + node.id()).attribute("bpmnElement", node.id());
        bounds(present(diagram.shapes().get(node.id())));
        Bounds label = diagram.labels().get(node.id());
        if (label != null) {
            xml.start("bpmndi:BPMNLabel");
            bounds(label);
            xml.end();
        }
        xml.end();
    }

    private void edge(Edge edge) {
        xml.start("bpmndi:BPMNEdge").attribute("id", "edge_" + edge.id()).attribute("bpmnElement", edge.id());
        present(diagram.edges().get(edge.id())).forEach(point -> xml.start("di:waypoint")
                .attribute("x", point.x())
                .attribute("y", point.y())
                .end());
        xml.end();
    }

    private void bounds(Bounds bounds) {
        xml.start("dc:Bounds")
                .attribute("x", bounds.x())
                .attribute("y", bounds.y())
                .attribute("width", bounds.width())
                .attribute("height", bounds.height())
                .end();
    }

    private static <T> T present(@Nullable T drawn) {
        if (drawn == null) {
            throw new IllegalStateException("The diagram lacks an element of the process");
        }
        return drawn;
    }
}
