package org.camundaflows.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.xml.instance.DomElement;

/** An element of a BPMN document as it was written. */
record BpmnElement(DomElement dom) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final String EXTENSIONS = "extensionElements";
    private static final int LONGEST_NAME = 80;

    /** The element's name without prefix, such as {@code serviceTask}. */
    String type() {
        return dom.getLocalName();
    }

    boolean isBpmn() {
        return BPMN.equals(dom.getNamespaceURI());
    }

    boolean isCamunda() {
        return FlowBpmn.CAMUNDA.equals(dom.getNamespaceURI());
    }

    String id() {
        return attribute("id");
    }

    /** Empty when absent. */
    String attribute(String name) {
        return Objects.requireNonNullElse(dom.getAttribute(name), "");
    }

    /** An attribute of the engine's namespace; empty when absent. */
    String extension(String name) {
        return Objects.requireNonNullElse(dom.getAttribute(FlowBpmn.CAMUNDA, name), "");
    }

    /** The content, not trimmed. */
    String text() {
        return Objects.requireNonNullElse(dom.getTextContent(), "");
    }

    List<BpmnElement> children() {
        return dom.getChildElements().stream().map(BpmnElement::new).toList();
    }

    /** The children with a name of BPMN. */
    List<BpmnElement> children(String type) {
        return dom.getChildElementsByNameNs(BPMN, type).stream()
                .map(BpmnElement::new)
                .toList();
    }

    /** The engine's extensions inside the element. */
    List<BpmnElement> extensions() {
        return children(EXTENSIONS).stream()
                .flatMap(extensions -> extensions.children().stream())
                .filter(BpmnElement::isCamunda)
                .toList();
    }

    /** Id, name and {@code camunda:field}s of a task. */
    ElementTexts fields() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (BpmnElement field : extensions()) {
            if (field.type().equals("field")) {
                List<BpmnElement> strings = field.children();
                texts.put(
                        field.attribute("name"),
                        strings.isEmpty()
                                ? field.attribute("stringValue")
                                : strings.get(0).text());
            }
        }
        return texts(texts);
    }

    /** Id, name and {@code camunda:property}s of a process or an event. */
    ElementTexts properties() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (BpmnElement properties : extensions()) {
            if (properties.type().equals("properties")) {
                properties.children().forEach(p -> texts.put(p.attribute("name"), p.attribute("value")));
            }
        }
        return texts(texts);
    }

    DecompileException refuse(String problem) {
        String name = XmlText.line(attribute("name"));
        String shown = name.isEmpty() ? "" : " (\"" + cut(name) + "\")";
        return new DecompileException(id(), "The " + type() + " " + cut(id()) + shown + " " + problem);
    }

    private ElementTexts texts(Map<String, String> texts) {
        return new ElementTexts(id(), dom.getAttribute("name"), texts);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
