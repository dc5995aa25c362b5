package org.camundaflows.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {

    /** Those with processes of their own take too long for every build. */
    @ParameterizedTest
    @ValueSource(strings = {"templates", "engine", "history"})
    void measuresSomethingHoweverLittle(String name) throws Exception {
        Benchmark benchmark = BenchmarkRun.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();

        List<Table> tables = BenchmarkRun.measure(benchmark, Settings.smoke());

        assertThat(tables).isNotEmpty().noneMatch(Table::isEmpty);
    }

    @Test
    void tablesAreMarkdown() {
        Table table = new Table("Title", "what", "ratio")
                .row("a", 0.856)
                .row("b", 12_345.6)
                .note("Note.");

        assertThat(table)
                .hasToString("### Title\n\n| what | ratio |\n| --- | --- |\n| a | 0.86 |\n| b | 12,346 |\n\nNote.\n");
    }

    @Test
    void goalsAreMetOrMissed() {
        assertThat(Table.atLeast(0.85, 0.85)).isEqualTo("≥ 0.85: met");
        assertThat(Table.atLeast(0.85, 0.84)).isEqualTo("≥ 0.85: **missed**");
        assertThat(Table.below(100, 100)).isEqualTo("< 100: **missed**");
    }

    @Test
    void percentilesAreTimesThatSomeCallTook() {
        Load.Report report = new Load.Report(2, 1, new long[] {1_000_000, 2_000_000, 3_000_000, 4_000_000});

        assertThat(report.percentile(50)).isEqualTo(2);
        assertThat(report.percentile(99)).isEqualTo(4);
        assertThat(report.perSecond()).isEqualTo(2);
        assertThat(report.perCpuSecond()).isEqualTo(4);
    }
}
