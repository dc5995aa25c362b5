package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.Test;

class RunListTest {

    @Test
    void asksOnceForTheIncidentsOfAllRuns() throws SQLException {
        Probe broken = Probe.pure().on("break", (options, context) -> new Result.Failed(new Exception("broken")));
        String url = TestEngine.inMemory();
        try (TestEngine engine = TestEngine.start(url, "audit", broken);
                Connection connection = DriverManager.getConnection(url, "sa", "")) {
            List<String> failed =
                    start(engine, FlowSketch.webhook("failing").step("one", "probe", "{\"do\":\"break\"}"));
            List<String> waiting = start(engine, FlowSketch.webhook("waiting").sleep("nap", 600_000));
            engine.await(() ->
                    failed.stream().allMatch(run -> engine.details(run).run().incidents() == 1));
            connection.createStatement().execute("set query_statistics true");

            List<RunSummary> runs = engine.runs();

            assertThat(runs)
                    .filteredOn(run -> run.incidents() == 1)
                    .extracting(RunSummary::id)
                    .containsAll(failed);
            assertThat(runs)
                    .filteredOn(run -> run.incidents() == 0)
                    .extracting(RunSummary::id)
                    .containsAll(waiting);
            assertThat(queriesOfIncidents(connection)).isEqualTo(1);
        }
    }

    private static List<String> start(TestEngine engine, FlowSketch sketch) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(engine.start(sketch, "{}"));
        }
        return runs;
    }

    private static int queriesOfIncidents(Connection connection) throws SQLException {
        try (ResultSet result = connection
                .createStatement()
                .executeQuery("select sum(execution_count) from information_schema.query_statistics"
                        + " where sql_statement like '%ACT_RU_INCIDENT%'")) {
            result.next();
            return result.getInt(1);
        }
    }
}
