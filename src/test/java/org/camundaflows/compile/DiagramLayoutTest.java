package org.camundaflows.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.flow.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DiagramLayoutTest {

    @Property(tries = 400, seed = "7240", edgeCases = EdgeCasesMode.NONE)
    void everyFlowIsDrawnByTheRulesOfTheModeler(@ForAll long seed) {
        draw(new RandomFlows(seed).flow());
    }

    @Property(tries = 100, seed = "7240", edgeCases = EdgeCasesMode.NONE)
    void authorsMayPutOperationsWhereverTheyDoNotOverlap(@ForAll long seed) {
        Diagram diagram = draw(ScatteredFlows.of(seed, 14));

        assertThat(diagram.arranged()).isFalse();
    }

    @Test
    void tasksKeepTheAuthorsOrderAndRows() {
        Diagram diagram = draw(
                FlowJson.of(
                        """
                {"id":"f","operation":"a","operations":[
                {"id":"a","key":"a","type":"log","resolve":"b","reject":"c","position_x":37,"position_y":1},
                {"id":"b","key":"b","type":"log","position_x":73,"position_y":1},
                {"id":"c","key":"c","type":"log","position_x":19,"position_y":19}]}"""));

        assertThat(task(diagram, "a").y()).isEqualTo(task(diagram, "b").y());
        assertThat(task(diagram, "b").x() - task(diagram, "a").x()).isEqualTo(36 * 12);
        assertThat(task(diagram, "c").x()).isLessThan(task(diagram, "a").x());
        assertThat(task(diagram, "c").y()).isGreaterThan(task(diagram, "a").bottom());
    }

    @Test
    void coordinatesThatDifferByLittleAreDrawnOnOneLine() {
        Diagram diagram = draw(
                FlowJson.of(
                        """
                {"id":"f","operation":"a","operations":[
                {"id":"a","key":"a","type":"log","resolve":"b","position_x":19,"position_y":1},
                {"id":"b","key":"b","type":"log","position_x":37,"position_y":3}]}"""));

        assertThat(diagram.edges().get("on_resolve_a")).hasSize(2);
    }

    @Test
    void missingEqualAndOverlappingPositionsAreReplaced() {
        for (String positions : new String[] {"", ",\"position_x\":5,\"position_y\":5"}) {
            Diagram diagram = draw(FlowJson.of(
                    """
                    {"id":"f","operation":"a","operations":[
                    {"id":"a","key":"a","type":"log","resolve":"b","position_x":7,"position_y":9},
                    {"id":"b","key":"b","type":"log"%s}]}"""
                            .formatted(positions)));

            assertThat(diagram.arranged()).isTrue();
            assertThat(task(diagram, "a")).isEqualTo(new Bounds(232, 80, 100, 80));
            assertThat(task(diagram, "b").y()).isEqualTo(80);
        }
    }

    @Test
    void theDrawingStartsNearTheTopLeftWhereverTheAuthorWorked() {
        Diagram diagram = draw(
                FlowJson.of(
                        """
                {"id":"f","operations":[
                {"id":"a","key":"a","type":"log","position_x":-2000000000,"position_y":2000000000},
                {"id":"b","key":"b","type":"log","position_x":2000000000,"position_y":-2000000000}]}"""));

        assertThat(diagram.arranged()).isFalse();
        assertThat(task(diagram, "a").x()).isEqualTo(160);
        assertThat(task(diagram, "b").x()).isBetween(161, 2000);
    }

    @Test
    void aNameMakesItsTaskAsLargeAsItNeeds() {
        assertThat(TaskSize.of("Read order")).isEqualTo(new TaskSize(100, 80));
        assertThat(TaskSize.of("Send the confirmation mail to the customer").width())
                .isBetween(101, 200);
        assertThat(TaskSize.of("word ".repeat(60).strip()).height()).isGreaterThan(80);
        assertThat(TaskSize.of("x".repeat(100)).width()).isGreaterThan(100 * 7);
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() {
        Flow flow = FlowJson.of("{\"id\":\"f\",\"operations\":[{\"id\":\"a\",\"type\":\"log\",\"resolve\":\"b\"}]}");

        assertThatThrownBy(() -> FlowGraph.of(flow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads nowhere");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void tenThousandOperationsLinkedAtRandomAreDrawn() {
        Flow flow = ScatteredFlows.grid(3, 10_000);
        FlowGraph graph = FlowGraph.of(flow);

        assertThat(DiagramLayout.of(graph, flow).edges()).hasSize(graph.edges().size());
    }

    @Test
    void longWaysInLargeFlowsRunInLanesClearOfAllShapes() {
        draw(ScatteredFlows.grid(5, 150));
    }

    private static Bounds task(Diagram diagram, String id) {
        return diagram.shapes().get(BpmnIds.task(id));
    }

    private static Diagram draw(Flow flow) {
        FlowGraph graph = FlowGraph.of(flow);
        Diagram diagram = DiagramLayout.of(graph, flow);
        new DiagramRules(graph, diagram).check();
        return diagram;
    }
}
