package org.camundaflows.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineTimersTest {

    private final ProcessEngine engine = new StandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:timers;DB_CLOSE_DELAY=-1")
            .setDatabaseSchemaUpdate("create-drop")
            .setJobExecutorActivate(true)
            .buildProcessEngine();
    private final EngineTimers timers = new EngineTimers(engine);

    /** An executor that is eager, so that a timer left to it would fire at once. */
    @BeforeEach
    void lookForJobsAllTheTime() {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.setWaitTimeInMillis(20);
        executor.setMaxWait(50);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aHeldTimerNeverFiresByItselfAndOnceByHand() {
        timers.holdDuring(() -> deploy("every-second", "R/PT1S"));
        timers.fire("every-second");

        Awaitility.await().pollDelay(Duration.ofMillis(2500)).until(() -> true);
        assertThat(finished("every-second")).isOne();
    }

    @Test
    void whatAFiredRunLeavesToTheExecutorIsDone() {
        timers.holdDuring(() -> deploy("goes-on", "R/PT1H"));
        timers.fire("goes-on");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> finished("goes-on") == 1);
    }

    @Test
    void aTimerCanBeFiredAgain() {
        timers.holdDuring(() -> deploy("twice", "R/PT1H"));
        timers.fire("twice");
        timers.fire("twice");

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> finished("twice") == 2);
    }

    @Test
    void aProcessWithoutTimerIsNotStarted() {
        timers.fire("unknown");

        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
    }

    private long finished(String key) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(key)
                .finished()
                .count();
    }

    private void deploy(String key, String cycle) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .timerWithCycle(cycle)
                .manualTask()
                .camundaAsyncBefore()
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .deploy();
    }
}
