package org.camundaflows.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The runs that one command of the engine has in memory, so that their chains are parsed at most once a command, and its
 * hold on the job it executes.
 */
final class RunSession implements Session {

    private final JobLocks.@Nullable Held job;
    private final Map<String, Run> runs = new HashMap<>();
    private @Nullable Run starting;

    private RunSession(JobLocks.@Nullable Held job) {
        this.job = job;
    }

    static RunSession current() {
        return Context.getCommandContext().getSession(RunSession.class);
    }

    /** The next instance that starts in this command belongs to the run. */
    void starting(Run run) {
        starting = run;
    }

    /** The run of a process instance, or null when this command has not read it yet. */
    @Nullable
    Run find(String processInstanceId) {
        Run run = runs.get(processInstanceId);
        if (run == null && starting != null) {
            run = starting;
            starting = null;
            run.bind(processInstanceId);
            runs.put(processInstanceId, run);
        }
        return run;
    }

    void put(String processInstanceId, Run run) {
        run.bind(processInstanceId);
        runs.put(processInstanceId, run);
    }

    @Override
    public void flush() {
        // nothing of its own to write: values are written as variables when they come to be
    }

    @Override
    public void close() {
        runs.clear();
        if (job != null) {
            job.close();
        }
    }

    static final class Factory implements SessionFactory {

        private final JobLocks locks;

        Factory(JobLocks locks) {
            this.locks = locks;
        }

        @Override
        public Class<?> getSessionType() {
            return RunSession.class;
        }

        @Override
        public Session openSession() {
            return new RunSession(locks.hold());
        }
    }
}
