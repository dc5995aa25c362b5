package org.camundaflows.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the jobs that run in this node locked as long as they run, however long: the engine locks a job for a fixed time
 * when it takes it, and takes it again when that is over. A job whose lock ran out before it began is not begun.
 */
final class JobLocks {

    /** How many times a lock is renewed in its time. */
    private static final int RENEWALS = 3;

    /** A renewal that waits for the end of the job itself would make the job wait for it. */
    private static final int PATIENCE_SECONDS = 2;

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread created = new Thread(task, "flow-job-locks");
        created.setDaemon(true);
        return created;
    });

    JobLocks() {
        thread.setRemoveOnCancelPolicy(true);
    }

    void close() {
        thread.shutdownNow();
    }

    /**
     * Keeps the job of the current command locked, if it has one.
     *
     * @return to be closed when the command ends; null when no job of the job executor runs
     * @throws OptimisticLockingException if the job is not this command's to run; it counts as no failure of the job
     */
    @Nullable
    Held hold() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        if (job == null || Context.getJobExecutorContext() == null) {
            return null;
        }
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        if (isLost(job, engine.getJobExecutor()) || !held.add(job.getId())) {
            // how the engine knows that the job is in other hands now
            job.setLockExpirationTime(null);
            throw new OptimisticLockingException(
                    "Job " + job.getId() + " waited longer for its turn than it was locked");
        }
        return new Held(job, engine);
    }

    private static boolean isLost(JobEntity job, JobExecutor executor) {
        Date end = job.getLockExpirationTime();
        return end == null
                || !end.toInstant().isAfter(now())
                || !executor.getLockOwner().equals(job.getLockOwner());
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** A job that runs in this node. */
    final class Held implements AutoCloseable {

        private final String id;
        private final JobEntity job;
        private final ProcessEngineConfigurationImpl engine;
        private final ScheduledFuture<?> renewals;
        private boolean closed;

        private Held(JobEntity job, ProcessEngineConfigurationImpl engine) {
            this.id = job.getId();
            this.job = job;
            this.engine = engine;
            long pause = Math.max(1, engine.getJobExecutor().getLockTimeInMillis() / RENEWALS);
            this.renewals = thread.scheduleAtFixedRate(this::renewIfPossible, pause, pause, TimeUnit.MILLISECONDS);
        }

        private void renewIfPossible() {
            try {
                renew();
            } catch (RuntimeException e) {
                FlowLog.INSTANCE.warn("The lock of job " + id + " could not be renewed: " + e.getMessage());
            }
        }

        /** The job in memory gets the new time, too: when it fails, the engine compares the two. */
        private synchronized void renew() {
            if (!closed) {
                long time = engine.getJobExecutor().getLockTimeInMillis();
                Instant end = now().plusMillis(time);
                if (engine.getCommandExecutorTxRequiresNew().execute(context -> lockUntil(context, end))) {
                    job.setLockExpirationTime(Date.from(end));
                }
            }
        }

        /** Without a new revision: the job is still to be found as it was read. */
        private boolean lockUntil(CommandContext context, Instant end) {
            String table = context.getTableDataManager().getTableName(Job.class, true);
            String sql = "update " + table + " set LOCK_EXP_TIME_ = ? where ID_ = ? and LOCK_OWNER_ = ?";
            try (PreparedStatement update =
                    context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
                update.setQueryTimeout(PATIENCE_SECONDS);
                update.setTimestamp(1, Timestamp.from(end));
                update.setString(2, id);
                update.setString(3, job.getLockOwner());
                return update.executeUpdate() == 1;
            } catch (SQLException e) {
                throw new ProcessEngineException(e);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            renewals.cancel(false);
            held.remove(id);
        }
    }
}
