package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowLayoutTest {

    @Test
    void successGoesRightAndFailureToANewRow() {
        Flow flow = flow("a", "a>b!c", "b>d!e", "c>f", "d", "e", "f");

        assertThat(FlowLayout.positions(flow))
                .containsOnly(
                        entry("a", at(0, 0)),
                        entry("b", at(1, 0)),
                        entry("d", at(2, 0)),
                        entry("e", at(2, 1)),
                        entry("c", at(1, 2)),
                        entry("f", at(2, 2)));
    }

    @Test
    void coordinatesStartAt19And1() {
        assertThat(FlowLayout.positions(flow("a", "a!b", "b")))
                .containsExactly(entry("a", new Position(19, 1)), entry("b", new Position(37, 17)));
    }

    @Test
    void unlinkedOperationsStartGroupsBelowInOrderOfCreation() {
        Flow flow = flow("a", "z@2>y", "y@1", "x@1", "a@9", "w@1>x");

        assertThat(FlowLayout.positions(flow))
                .containsExactly(
                        entry("a", at(0, 0)),
                        entry("w", at(0, 1)),
                        entry("x", at(1, 1)),
                        entry("z", at(0, 2)),
                        entry("y", at(1, 2)));
    }

    @Test
    void withoutAnEntryGroupsStartInTheFirstRow() {
        assertThat(FlowLayout.positions(flow(null, "b", "a>c", "c")))
                .containsExactly(entry("a", at(0, 0)), entry("c", at(1, 0)), entry("b", at(0, 1)));
    }

    @Test
    void cyclesNobodyLeadsToShareALastRow() {
        assertThat(FlowLayout.positions(flow("a", "a", "c>b", "b>c", "d>d")))
                .containsExactly(
                        entry("a", at(0, 0)), entry("b", at(0, 1)), entry("c", at(1, 1)), entry("d", at(2, 1)));
    }

    @Test
    void aCycleFromTheEntryIsWalkedOnce() {
        assertThat(FlowLayout.positions(flow("a", "a>b", "b>a!a")))
                .containsExactly(entry("a", at(0, 0)), entry("b", at(1, 0)));
    }

    @Test
    void operationsWithTwoPredecessorsArePlacedOnce() {
        assertThat(FlowLayout.positions(flow("a", "a>b!b", "b>c!c", "c")))
                .containsExactly(entry("a", at(0, 0)), entry("b", at(1, 0)), entry("c", at(2, 0)));
    }

    @Test
    void tenThousandOperationsAreLaidOut() {
        List<String> operations = new ArrayList<>();
        IntStream.range(0, 9_999).forEach(i -> operations.add("o" + i + (i % 2 == 0 ? ">" : "!") + "o" + (i + 1)));
        operations.add("o9999");
        Flow flow = flow("o0", operations.toArray(String[]::new));

        assertThat(FlowLayout.positions(flow)).hasSize(10_000).containsEntry("o9999", at(9_999, 4_999));
        assertThat(Installed.validator().validate(flow))
                .extracting(FlowIssue::code)
                .containsOnly("position-missing");
    }

    @Test
    void onlyPositionsThatDifferAreChanges() {
        Flow flow = Sample.changed(json -> Sample.operation(json, 2).put("position_y", 5));

        assertThat(FlowLayout.changes(flow)).containsExactly(entry("o3", at(1, 2)));
        assertThat(FlowLayout.changes(FlowLayout.arranged(flow))).isEmpty();
    }

    @Test
    void arrangingTouchesNothingButPositions() {
        Flow flow = Sample.flow(Sample.json());
        Flow arranged = FlowLayout.arranged(flow);

        ObjectNode expected = Sample.json();
        Sample.operation(expected, 2).put("position_y", 33);
        assertThat(FlowWriter.toJson(arranged)).isEqualTo(expected);
        assertThat(FlowWriter.toJson(flow)).isEqualTo(Sample.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"position_x\": 37, \"position_y\": 1}",
                "{\"position_x\": 0, \"position_y\": 0}",
                "{\"position_x\": 5}",
                "{\"position_x\": null, \"position_y\": 5}",
                "{\"position_x\": \"5\", \"position_y\": 5}",
                "{\"position_x\": 5.5, \"position_y\": 5}",
                "{\"position_x\": 1e999999999, \"position_y\": 5}"
            })
    void equalAbsentAndZeroPositionsNeedALayout(String position) {
        Flow flow = Sample.changed(json -> {
            ObjectNode operation = Sample.operation(json, 3);
            operation.remove(List.of("position_x", "position_y"));
            operation.setAll((ObjectNode) Sample.parse(position));
        });

        assertThat(FlowLayout.needed(flow)).isTrue();
        assertThat(FlowLayout.needed(FlowLayout.arranged(flow))).isFalse();
    }

    @Test
    void apartPositionsNeedNoLayout() {
        assertThat(FlowLayout.needed(Sample.flow(Sample.json()))).isFalse();
        assertThat(FlowLayout.needed(flow(null))).isFalse();
    }

    private static Position at(int column, int row) {
        return new Position(19 + 18 * column, 1 + 16 * row);
    }

    /** A flow of operations such as {@code a>b!c}: id a, resolve b, reject c; {@code @1} is the time of creation. */
    static Flow flow(String entry, String... operations) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "f").put("name", "F").put("trigger", "operation").put("operation", entry);
        for (String text : operations) {
            ObjectNode operation = json.withArray("operations").addObject();
            String id = text.split("[>!@]")[0];
            operation.put("id", id).put("key", id).put("type", "log");
            put(operation, "date_created", text, "@");
            put(operation, "resolve", text, ">");
            put(operation, "reject", text, "!");
        }
        return Sample.flow(json);
    }

    private static void put(ObjectNode operation, String member, String text, String mark) {
        int start = text.indexOf(mark);
        if (start >= 0) {
            operation.put(member, text.substring(start + 1).split("[>!@]")[0]);
        }
    }
}
