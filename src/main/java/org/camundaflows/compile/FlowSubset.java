package org.camundaflows.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a BPMN element may say in a flow. Anything else would be lost, or run otherwise than it is drawn. */
final class FlowSubset {

    private static final Set<String> ANYWHERE =
            Set.of("extensionElements", "documentation", "incoming", "outgoing", "auditing", "monitoring");
    /** What only the drawing shows. */
    private static final Set<String> DRAWING = Set.of(
            "laneSet",
            "textAnnotation",
            "association",
            "group",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference");

    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "startEvent", Set.of("timerEventDefinition"),
            "boundaryEvent", Set.of("errorEventDefinition"),
            "serviceTask", Set.of(),
            "endEvent", Set.of(),
            "sequenceFlow", Set.of());

    private static final Set<String> EXTENSIONS = Set.of("field", "properties");
    /** Attributes of the engine that change how it runs an element. */
    private static final List<String> ATTRIBUTES =
            List.of("asyncBefore", "asyncAfter", "jobPriority", "resultVariable", "formKey", "formRef", "initiator");

    private FlowSubset() {}

    /** @throws DecompileException if the process or one of its elements goes beyond a flow */
    static void check(BpmnElement process) {
        checkExtensions(process);
        for (BpmnElement child : process.children()) {
            Set<String> allowed = CHILDREN.get(child.type());
            if (child.isBpmn() && allowed != null) {
                checkElement(child, allowed);
            } else if (child.isBpmn() && !ANYWHERE.contains(child.type()) && !DRAWING.contains(child.type())) {
                throw child.refuse("cannot be part of a flow. A flow has one start event, service tasks,"
                        + " error events on their borders, end events and sequence flows.");
            }
        }
    }

    private static void checkElement(BpmnElement element, Set<String> allowed) {
        for (BpmnElement child : element.children()) {
            if (child.isBpmn() && !ANYWHERE.contains(child.type()) && !allowed.contains(child.type())) {
                throw element.refuse("has a " + child.type() + ", which a flow cannot say.");
            }
        }
        checkExtensions(element);
        switch (element.type()) {
            case "serviceTask" -> checkTask(element);
            case "boundaryEvent" -> checkBoundary(element);
            default -> {}
        }
    }

    private static void checkExtensions(BpmnElement element) {
        for (BpmnElement extension : element.extensions()) {
            if (!EXTENSIONS.contains(extension.type())) {
                throw element.refuse("has a camunda:" + extension.type() + ", which a flow cannot say.");
            }
        }
        for (String attribute : ATTRIBUTES) {
            String value = element.extension(attribute);
            if (!value.isEmpty() && !value.equals("false")) {
                throw element.refuse("has camunda:" + attribute + ", which a flow cannot say.");
            }
        }
    }

    private static void checkTask(BpmnElement task) {
        if (!task.extension("expression").equals(FlowBpmn.EXPRESSION)) {
            throw task.refuse("is no operation of a flow: its implementation must be the expression "
                    + FlowBpmn.EXPRESSION + ".");
        }
        for (BpmnElement field : task.extensions()) {
            boolean string =
                    field.children().stream().allMatch(child -> child.type().equals("string"));
            if (field.type().equals("field")
                    && (!string || !field.attribute("expression").isEmpty())) {
                throw task.refuse("has a camunda:field with an expression; fields of operations are strings.");
            }
        }
        if (task.attribute("isForCompensation").equals("true")) {
            throw task.refuse("is for compensation, which a flow cannot say.");
        }
    }

    private static void checkBoundary(BpmnElement event) {
        if (event.children("errorEventDefinition").size() != 1) {
            throw event.refuse("must be an error event: a flow goes on from a task by success or by error only.");
        }
        if (event.attribute("cancelActivity").equals("false")) {
            throw event.refuse("must interrupt its task.");
        }
    }
}
