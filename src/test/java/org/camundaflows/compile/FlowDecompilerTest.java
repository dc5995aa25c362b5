package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneOffset;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.flow.FlowWriter;
import org.camundaflows.flow.Position;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;

class FlowDecompilerTest {

    private static final String TWO_STEPS =
            """
            {"id":"f","name":"Two steps","trigger":"webhook","options":{"method":"POST"},"operation":"a","operations":[
            {"id":"a","key":"first","name":"First","type":"log","options":{"message":"hi"},"position_x":40,"position_y":5,
             "resolve":"b","reject":null},
            {"id":"b","key":"second","name":null,"type":"log","options":{},"position_x":58,"position_y":5,
             "resolve":null,"reject":null}]}""";

    private final FlowCompiler compiler =
            new FlowCompiler(StepTypes.registry(), new CompileSettings(Duration.ofDays(180), ZoneOffset.UTC));

    @Test
    void aDiagramDrawnByHandIsAFlow() throws Exception {
        String drawn = DrawnBpmn.process(DrawnBpmn.START
                + DrawnBpmn.task("one", "Say hello", "$type", "log", "$key", "hello", "message", "Hello {{ $last }}")
                + DrawnBpmn.task("two", "", "$type", "transform", "$key", "data", "json", "{\"a\":1}")
                + DrawnBpmn.task("three", "", "$type", "log", "$key", "oops")
                + "<bpmn:boundaryEvent id=\"e\" attachedToRef=\"one\"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>"
                + "<bpmn:endEvent id=\"end\"/>"
                + DrawnBpmn.flow("f1", "one", "two")
                + DrawnBpmn.flow("f2", "e", "three")
                + DrawnBpmn.flow("f3", "two", "end")
                + "<bpmn:textAnnotation id=\"note\"><bpmn:text>x</bpmn:text></bpmn:textAnnotation>");

        Flow flow = decompile(drawn);

        String one = flow.operations().get(0).id();
        String two = flow.operations().get(1).id();
        String three = flow.operations().get(2).id();
        assertThat(one).matches("[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f-]{21}").isNotEqualTo(two);
        assertThat(json(flow))
                .isEqualTo(Json.parse(
                        """
                {"id":"Process_1","name":"Drawn","operation":"%1$s","operations":[
                {"id":"%1$s","flow":"Process_1","key":"hello","type":"log","name":"Say hello",
                 "options":{"message":"Hello {{ $last }}"},"resolve":"%2$s","reject":"%3$s"},
                {"id":"%2$s","flow":"Process_1","key":"data","type":"transform","options":{"json":{"a":1}},
                 "resolve":null,"reject":null},
                {"id":"%3$s","flow":"Process_1","key":"oops","type":"log","resolve":null,"reject":null}]}"""
                                .formatted(one, two, three)));
        assertThat(json(decompile(drawn))).isEqualTo(json(flow));
    }

    @Test
    void aTimerDrawnByHandIsASchedule() {
        Flow flow = decompile(
                DrawnBpmn.process(
                        """
                <bpmn:startEvent id="begin"><bpmn:timerEventDefinition><bpmn:timeCycle
                xsi:type="bpmn:tFormalExpression">0 0 8 * * 1-5</bpmn:timeCycle></bpmn:timerEventDefinition>
                </bpmn:startEvent>"""));

        assertThat(flow.trigger()).isEqualTo("schedule");
        assertThat(flow.options().path("cron").asText()).isEqualTo("0 0 8 * * 1-5");
    }

    @Test
    void aMovedTaskTakesItsOperationAlongAndTheOthersStay() {
        Flow flow = decompile(moved(compile(TWO_STEPS), "op_b", 120, 240));

        assertThat(Position.of(flow.operations().get(0))).contains(new Position(40, 5));
        assertThat(Position.of(flow.operations().get(1))).contains(new Position(68, 25));
    }

    @Test
    void whenTheAuthorsPositionsWereNotDrawnAMoveMakesAllFollowTheDrawing() {
        String unplaced = TWO_STEPS.replaceAll("\"position_[xy]\":\\d+,", "");
        Flow same = decompile(compile(unplaced));
        Flow flow = decompile(moved(compile(unplaced), "op_b", 0, 240));

        assertThat(Position.of(same.operations().get(0))).isEmpty();
        assertThat(Position.of(flow.operations().get(0))).contains(new Position(19, 1));
        assertThat(Position.of(flow.operations().get(1))).contains(new Position(37, 21));
    }

    @Test
    void aTaskAddedToADiagramStandsWhereItWasDrawn() {
        String bpmn = compile(TWO_STEPS);
        FlowOperation first = FlowJson.of(TWO_STEPS).operations().get(0);
        int left = corner(bpmn, "op_a", "x");
        int top = corner(bpmn, "op_a", "y");
        String added = bpmn.replace(
                        "<bpmn:sequenceFlow id=\"on_start\"",
                        DrawnBpmn.task("new", "New", "$type", "log", "$key", "n")
                                + "<bpmn:sequenceFlow id=\"on_start\"")
                .replace(
                        "</bpmndi:BPMNPlane>",
                        "<bpmndi:BPMNShape id=\"s\" bpmnElement=\"new\"><dc:Bounds x=\"%d.4\" y=\"%d\" width=\"100\" height=\"80\"/></bpmndi:BPMNShape></bpmndi:BPMNPlane>"
                                .formatted(left + 24, top + 480));

        Flow flow = decompile(added);

        Position position = Position.of(first).orElseThrow();
        assertThat(Position.of(flow.operations().get(2))).contains(new Position(position.x() + 2, position.y() + 40));
        assertThat(Position.of(flow.operations().get(1))).contains(new Position(58, 5));
    }

    @Test
    void namesOptionsAndLinksAreTakenFromTheDiagram() {
        String edited = compile(TWO_STEPS)
                .replace("name=\"Two steps\"", "name=\"Renamed\"")
                .replace("name=\"First\"", "name=\"1st\"")
                .replace(">hi<", ">bye<")
                .replace("name=\"method\" value=\"POST\"", "name=\"method\" value=\"GET\"")
                .replace("sourceRef=\"op_a\" targetRef=\"op_b\"", "sourceRef=\"op_a\" targetRef=\"rejected_a\"");

        Flow flow = decompile(edited);

        assertThat(flow.name()).isEqualTo("Renamed");
        assertThat(flow.options().path("method").asText()).isEqualTo("GET");
        assertThat(flow.operations().get(0).name()).isEqualTo("1st");
        assertThat(flow.operations().get(0).options().path("message").asText()).isEqualTo("bye");
        assertThat(flow.operations().get(0).resolve()).isEmpty();
        assertThat(flow.operations().get(1).json().get("name").isNull()).isTrue();
    }

    @Test
    void aValueTypedIntoAFieldWinsOverTheKeptNull() {
        String bpmn = compile(TWO_STEPS.replace("\"message\":\"hi\"", "\"message\":null"));
        assertThat(decompile(bpmn).operations().get(0).options().get("message").isNull())
                .isTrue();

        Flow flow = decompile(bpmn.replaceFirst(
                "<camunda:field name=\"message\">\\s*<camunda:string/>",
                "<camunda:field name=\"message\"><camunda:string>typed</camunda:string>"));

        assertThat(flow.operations().get(0).options().path("message").asText()).isEqualTo("typed");
    }

    @Test
    void aCopiedTaskIsAnOperationOfItsOwn() {
        String bpmn = compile(TWO_STEPS);
        String task = bpmn.substring(
                bpmn.indexOf("<bpmn:serviceTask id=\"op_b\""), bpmn.indexOf("<bpmn:boundaryEvent id=\"reject_b\""));
        String copy = task.replace("op_b", "copy").replaceAll("<bpmn:(in|out)[^\n]*", "");

        Flow flow = decompile(bpmn.replace(task, task + copy));

        assertThat(flow.operations())
                .extracting(FlowOperation::id)
                .doesNotHaveDuplicates()
                .startsWith("a", "b");
        assertThat(flow.operations().get(2).key()).isEqualTo("second");
    }

    @Test
    void aCopiedProcessIsAFlowOfItsOwn() {
        Flow flow = decompile(compile(TWO_STEPS).replace("flow_f\"", "flow_other_5f_one\""));

        assertThat(flow.id()).isEqualTo("other_one");
        assertThat(flow.operations()).hasSize(2);
    }

    @Test
    void everyProcessOfADocumentIsAFlow() {
        String process = "<bpmn:process id=\"%s\"><bpmn:startEvent id=\"start_%1$s\"/></bpmn:process>";
        String document = DrawnBpmn.document(process.formatted("p1") + process.formatted("p2"));

        assertThat(new FlowDecompiler(StepTypes.registry()).decompile(document))
                .extracting(Flow::id)
                .containsExactly("p1", "p2");
    }

    private Flow decompile(String bpmn) {
        return new FlowDecompiler(StepTypes.registry()).decompile(bpmn).get(0);
    }

    private String compile(String json) {
        return compiler.compile(FlowJson.of(json)).bpmn();
    }

    private static String moved(String bpmn, String task, int right, int down) {
        int x = corner(bpmn, task, "x");
        int y = corner(bpmn, task, "y");
        String bounds = "<dc:Bounds x=\"%d\" y=\"%d\" width=\"100\"";
        return bpmn.replace(bounds.formatted(x, y), bounds.formatted(x + right, y + down));
    }

    private static int corner(String bpmn, String task, String axis) {
        String shape = bpmn.substring(bpmn.indexOf("id=\"shape_" + task + "\""));
        return Integer.parseInt(shape.replaceFirst("(?s).*?<dc:Bounds[^>]*?\\b" + axis + "=\"(\\d+)\".*", "$1"));
    }

    private static JsonNode json(Flow flow) throws Exception {
        return Json.parse(FlowWriter.write(flow));
    }
}
