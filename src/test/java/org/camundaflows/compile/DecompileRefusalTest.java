package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecompileRefusalTest {

    private static final String TASK = DrawnBpmn.START + DrawnBpmn.task("one", "One", "$type", "log");

    private final FlowDecompiler decompiler = new FlowDecompiler(StepTypes.registry());

    static Stream<Arguments> beyondFlows() {
        return Stream.of(
                refused(
                        "gate",
                        TASK + "<bpmn:exclusiveGateway id=\"gate\" name=\"Which?\"/>",
                        "exclusiveGateway gate (\"Which?\")"),
                refused("user", TASK + "<bpmn:userTask id=\"user\"/>", "userTask user cannot be part of a flow"),
                refused("script", TASK + "<bpmn:scriptTask id=\"script\"/>", "scriptTask"),
                refused("sub", TASK + "<bpmn:subProcess id=\"sub\"/>", "subProcess"),
                refused(
                        "wait",
                        TASK
                                + "<bpmn:intermediateCatchEvent id=\"wait\"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>",
                        "intermediateCatchEvent"),
                refused(
                        "one",
                        TASK
                                + DrawnBpmn.task("two", "")
                                + DrawnBpmn.flow("a", "one", "two")
                                + DrawnBpmn.flow("b", "one", "one"),
                        "parallel"),
                refused(
                        "if",
                        TASK
                                + "<bpmn:sequenceFlow id=\"if\" sourceRef=\"one\" targetRef=\"one\"><bpmn:conditionExpression>${true}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                        "conditionExpression"),
                refused(
                        "late",
                        TASK
                                + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"one\"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>",
                        "timerEventDefinition"),
                refused(
                        "soft",
                        TASK
                                + "<bpmn:boundaryEvent id=\"soft\" attachedToRef=\"one\" cancelActivity=\"false\"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>",
                        "interrupt"),
                refused("second", TASK + boundary("first") + boundary("second"), "second error event"),
                refused(
                        "stop",
                        TASK + "<bpmn:endEvent id=\"stop\"><bpmn:terminateEventDefinition/></bpmn:endEvent>",
                        "terminateEventDefinition"),
                refused(
                        "begin",
                        "<bpmn:startEvent id=\"begin\"><bpmn:messageEventDefinition/></bpmn:startEvent>",
                        "messageEventDefinition"),
                refused(
                        "begin",
                        "<bpmn:startEvent id=\"begin\"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>",
                        "cron"),
                refused("Process_1", "<bpmn:startEvent id=\"s1\"/><bpmn:startEvent id=\"s2\"/>", "2 start events"),
                refused("Process_1", "", "0 start events"),
                refused(
                        "java",
                        "<bpmn:startEvent id=\"s\"/><bpmn:serviceTask id=\"java\" camunda:class=\"java.lang.Runtime\"/>",
                        "implementation"),
                refused(
                        "el",
                        "<bpmn:startEvent id=\"s\"/><bpmn:serviceTask id=\"el\" camunda:expression=\"${evil}\"/>",
                        "implementation"),
                refused(
                        "one",
                        TASK.replace(
                                "<camunda:string>log</camunda:string>",
                                "<camunda:expression>${x}</camunda:expression>"),
                        "expression"),
                refused(
                        "one",
                        TASK.replace("</bpmn:extensionElements>", "<camunda:inputOutput/></bpmn:extensionElements>"),
                        "camunda:inputOutput"),
                refused(
                        "one",
                        TASK.replace("<bpmn:serviceTask", "<bpmn:serviceTask camunda:asyncBefore=\"true\""),
                        "camunda:asyncBefore"));
    }

    @ParameterizedTest
    @MethodSource("beyondFlows")
    void whatGoesBeyondAFlowIsRefusedByName(String element, String drawn, String said) {
        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(DrawnBpmn.process(drawn)))
                .withMessageContaining(said)
                .satisfies(e -> assertThat(e.element()).isEqualTo(element));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<html/>",
                "<!DOCTYPE x><x/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>"
            })
    void whatIsNoBpmnIsRefused(String text) {
        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(text))
                .withMessageContaining("no BPMN 2.0");
    }

    @Test
    void entitiesInAProcessAreRefused() {
        String bpmn = DrawnBpmn.process(DrawnBpmn.START + DrawnBpmn.task("one", "&e;"));
        String bomb = bpmn.replace(
                "<bpmn:definitions", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions");

        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(bomb))
                .withMessageContaining("DOCTYPE");
    }

    @Test
    void deepDocumentsAreRefused() {
        String deep = "<camunda:x>".repeat(100_000) + "</camunda:x>".repeat(100_000);
        String bpmn = DrawnBpmn.process(
                "<bpmn:extensionElements>" + deep + "</bpmn:extensionElements><bpmn:startEvent id=\"s\"/>");

        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(bpmn))
                .withMessageContaining("camunda:x");
    }

    @Test
    void hugeDocumentsAreRefusedBeforeTheyAreRead() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(endless))
                .withMessageContaining("64 MB");
    }

    @Test
    void aDocumentWithoutProcessIsRefused() {
        InputStream bpmn = new ByteArrayInputStream(DrawnBpmn.document("").getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(bpmn))
                .withMessageContaining("no process");
    }

    private static Arguments refused(String element, String drawn, String said) {
        return Arguments.of(element, drawn, said);
    }

    private static String boundary(String id) {
        return "<bpmn:boundaryEvent id=\"%s\" attachedToRef=\"one\"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>"
                .formatted(id);
    }

    @Test
    void aProcessOfANewerVersionIsRefused() {
        String newer = DrawnBpmn.document(
                """
                <bpmn:process id="p" isExecutable="true">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="$format" value="2"/>
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:startEvent id="s"/>
                </bpmn:process>
                """);

        assertThatExceptionOfType(DecompileException.class)
                .isThrownBy(() -> decompiler.decompile(newer))
                .withMessageContaining("\"p\" has format 2")
                .withMessageContaining("newer version");
        assertThat(decompiler.decompile(newer.replace("value=\"2\"", "value=\"1\"")))
                .hasSize(1);
    }
}
