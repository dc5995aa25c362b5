package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report();

    @Test
    void tellsAreaByAreaAndEndsWithTheSum() {
        report.ran(one("a/x"), List.of());
        report.ran(one("a/y"), List.of(new Difference("runs[0].data.k", "1", "2")));
        report.skipped(one("b/z"), "world shop");
        report.deviates(one("b/d"));

        assertThat(printed().lines().map(line -> line.replaceAll(" +", " ")).toList())
                .containsExactly(
                        "FAILED a/y",
                        " runs[0].data.k: expected 1, got 2",
                        "area passed failed skipped",
                        "a 1 1 0",
                        "b 0 0 1",
                        "skipped for want of world shop: 1",
                        "deviations, tested elsewhere: b/d",
                        "conformance: 1 passed, 1 failed, 1 skipped");
        assertThat(report.failed()).isOne();
        assertThat(report.passed()).isOne();
    }

    @Test
    void cutsLongListsOfDifferences() {
        report.ran(one("a/x"), Collections.nCopies(9, new Difference("p", "1", "2")));

        assertThat(printed()).contains("… and 4 more");
    }

    private String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Case one(String id) {
        return new Case(Json.mapper().createObjectNode().put("id", id));
    }
}
