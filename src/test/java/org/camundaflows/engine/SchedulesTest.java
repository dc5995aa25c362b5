package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schedules become timers of the engine, read by the rules of flows. */
class SchedulesTest {

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static List<Job> timers(FlowSketch flow) {
        return engine.engine()
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey(engine.key(flow))
                .list();
    }

    private static FlowSketch at(String name, String cron) {
        return FlowSketch.schedule(name, cron)
                .transform("a", "{\"t\":\"{{$trigger}}\",\"who\":\"{{$accountability}}\"}");
    }

    @Test
    void aScheduleRunsWithoutTriggerDataAndTimesItsNextRun() {
        FlowSketch flow = at("new year", "0 0 1 1 *");
        engine.deploy(flow);
        Instant newYear = ZonedDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfYear(1)
                .plusYears(1)
                .toInstant();
        Job timer = timers(flow).get(0);
        assertThat(timer.getDuedate().toInstant()).isEqualTo(newYear);

        engine.engine().getManagementService().executeJob(timer.getId());

        RunFilter resolved = new RunFilter(flow.id(), RunStatus.RESOLVED, null, null);
        engine.await(() -> engine.flows().history().count(resolved) == 1);
        RunDetails details = engine.details(
                engine.flows().history().list(resolved, 0, 1).get(0).id());
        assertThat(details.data().path("$trigger").isNull()).isTrue();
        assertThat(details.data().path("$accountability").isNull()).isTrue();
        assertThat(details.data().path("a")).isEqualTo(FlowSketch.parse("{\"t\":null,\"who\":null}"));
        assertThat(details.run().trigger()).isEqualTo("schedule");
        assertThat(timers(flow))
                .singleElement()
                .satisfies(next -> assertThat(next.getDuedate().toInstant()).isEqualTo(newYear));
    }

    @Test
    void aScheduleFiresByItselfAndAgain() {
        FlowSketch flow = at("each second", "* * * * * *");
        engine.deploy(flow);

        RunFilter resolved = new RunFilter(flow.id(), RunStatus.RESOLVED, null, null);
        engine.await(() -> engine.flows().history().count(resolved) >= 2);
        engine.deploy(at("each second", "* * * * * *").member("status", "inactive"));
        assertThat(timers(flow)).isEmpty();
    }

    @Test
    void aChangedScheduleReplacesItsTimer() {
        FlowSketch flow = at("moving", "0 0 1 1 *");
        engine.deploy(flow);
        engine.deploy(at("moving", "0 0 2 1 *"));

        assertThat(timers(flow)).singleElement().satisfies(timer -> assertThat(
                        timer.getDuedate().toInstant().atZone(ZoneOffset.UTC).getDayOfMonth())
                .isEqualTo(2));
    }

    @Test
    void anInactiveFlowHasNoTimerUntilItIsActiveAgain() {
        FlowSketch flow = at("resting", "0 0 1 1 *");
        engine.deploy(flow);
        engine.deploy(at("resting", "0 0 1 1 *").member("status", "inactive"));
        assertThat(timers(flow)).isEmpty();

        engine.deploy(flow);
        assertThat(timers(flow)).hasSize(1);
    }

    @Test
    void anInvalidScheduleIsDeployedAndNeverFires() {
        FlowSketch flow = at("never", "0 0 31 2 *");

        assertThat(engine.deploy(flow).isRefused()).isFalse();
        assertThat(timers(flow)).isEmpty();
    }
}
