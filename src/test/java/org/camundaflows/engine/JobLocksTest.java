package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that run longer than their jobs are locked, and jobs that wait longer for their turn. */
class JobLocksTest {

    private static final int LOCK_MILLIS = 600;

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private TestEngine engine;
    private TestEngine other;

    @BeforeEach
    void start() {
        engine = node();
        other = node();
    }

    private TestEngine node() {
        TestEngine node = TestEngine.start(
                database,
                "audit",
                Probe.withEffects()
                        .on("wait", (options, context) -> {
                            calls.incrementAndGet();
                            end.await();
                            return Result.nothing();
                        })
                        .on("break", (options, context) -> {
                            calls.incrementAndGet();
                            end.await();
                            throw new LinkageError("broken");
                        }));
        JobExecutor executor = node.configuration().getJobExecutor();
        executor.setLockTimeInMillis(LOCK_MILLIS);
        executor.setWaitTimeInMillis(50);
        executor.setMaxWait(50);
        return node;
    }

    @AfterEach
    void stop() {
        end.countDown();
        engine.close();
        other.close();
    }

    private String startLongStep(String what) {
        String run = engine.start(FlowSketch.webhook("long").step("a", "effect", "{\"do\":\"" + what + "\"}"), "{}");
        engine.await(() -> calls.get() == 1);
        Instant severalLocks = Instant.now().plusMillis(4 * LOCK_MILLIS);
        engine.await(() -> job(run).getLockExpirationTime().toInstant().isAfter(severalLocks));
        return run;
    }

    @Test
    void aStepThatRunsLongerThanItsLockRunsOnce() {
        String run = startLongStep("wait");
        end.countDown();

        assertThat(engine.ended(run).run().status()).isEqualTo(RunStatus.RESOLVED);
        assertThat(calls).hasValue(1);
    }

    @Test
    void itsFailureIsAnIncidentAndNoSecondTry() {
        String run = startLongStep("break");
        end.countDown();

        engine.await(() -> engine.details(run).run().incidents() == 1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aJobWhoseLockRanOutIsNotBegun() {
        assertNotBegun(
                engine.configuration().getJobExecutor().getLockOwner(),
                Instant.now().minusSeconds(1));
    }

    @Test
    void aJobThatAnotherNodeHasTakenMeanwhileIsNotBegun() {
        assertNotBegun("somebody else", Instant.now().plusSeconds(60));
    }

    private void assertNotBegun(String owner, Instant until) {
        String run = waiting();
        lock(run, owner, until);

        assertThatThrownBy(() -> execute(run)).isInstanceOf(OptimisticLockingException.class);

        assertThat(calls).hasValue(0);
        assertThat(engine.details(run).run().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(job(run).getLockOwner()).isEqualTo(owner);
        assertThat(job(run).getRetries()).isEqualTo(1);
    }

    @Test
    void aJobInThisNodesHandsIsBegun() {
        end.countDown();
        String run = waiting();
        lock(
                run,
                engine.configuration().getJobExecutor().getLockOwner(),
                Instant.now().plusSeconds(60));

        execute(run);

        assertThat(calls).hasValue(1);
    }

    private String waiting() {
        engine.stopJobs();
        other.stopJobs();
        return engine.start(FlowSketch.webhook("queued").step("a", "effect", "{\"do\":\"wait\"}"), "{}");
    }

    /** As the job executor does with a job that it took some time ago. */
    private void execute(String run) {
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            ExecuteJobHelper.executeJob(job(run).getId(), engine.configuration().getCommandExecutorTxRequired());
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    private void lock(String run, String owner, Instant until) {
        engine.configuration().getCommandExecutorTxRequired().execute(context -> {
            JobEntity job = context.getJobManager().findJobById(job(run).getId());
            job.setLockOwner(owner);
            job.setLockExpirationTime(Date.from(until));
            return null;
        });
    }

    private JobEntity job(String run) {
        return (JobEntity) engine.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(run)
                .singleResult();
    }
}
