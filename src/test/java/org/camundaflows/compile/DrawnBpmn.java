package org.camundaflows.compile;

/** Processes as a person draws them, with elements to be filled in. */
final class DrawnBpmn {

    static final String START =
            """
            <bpmn:startEvent id="begin"/><bpmn:sequenceFlow id="f0" sourceRef="begin" targetRef="one"/>""";

    private DrawnBpmn() {}

    static String process(String elements) {
        return document(
                "<bpmn:process id=\"Process_1\" name=\"Drawn\" isExecutable=\"true\">" + elements + "</bpmn:process>");
    }

    static String document(String content) {
        return """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">%s</bpmn:definitions>
                """
                .formatted(content);
    }

    /** A service task with fields, given as names and values in turn. */
    static String task(String id, String name, String... fields) {
        StringBuilder xml = new StringBuilder("<bpmn:serviceTask id=\"%s\" name=\"%s\" camunda:expression=\"%s\">"
                .formatted(id, name, FlowBpmn.EXPRESSION));
        xml.append("<bpmn:extensionElements>");
        for (int i = 0; i < fields.length; i += 2) {
            xml.append("<camunda:field name=\"%s\"><camunda:string>%s</camunda:string></camunda:field>"
                    .formatted(fields[i], fields[i + 1]));
        }
        return xml.append("</bpmn:extensionElements></bpmn:serviceTask>").toString();
    }

    static String flow(String id, String source, String target) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(id, source, target);
    }
}
