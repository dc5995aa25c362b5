package org.camundaflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * A commit in the middle of a run. The run leaves its thread and goes on in a job, at once or at a given time: made when
 * the run gets there, because the same flow may run durable or direct.
 */
final class Checkpoint implements JobHandler<Checkpoint.Configuration> {

    static final String TYPE = "camunda-flows-checkpoint";

    /** The step has not begun. */
    static final String BEGIN = "begin";

    /** The step has waited long enough. */
    static final String WAKE = "wake";

    /** @param attempt raised when an operator retries the job */
    record Configuration(String signal, int attempt) implements JobHandlerConfiguration {

        private static final String SEPARATOR = " ";

        static Configuration parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            return new Configuration(parts[0], parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        }

        Configuration again() {
            return new Configuration(signal, attempt + 1);
        }

        @Override
        public String toCanonicalString() {
            return attempt == 1 ? signal : signal + SEPARATOR + attempt;
        }
    }

    /** The step has ended; the run only has to go on. */
    static final String LEAVE = "leave";

    /** A run the step waits for has ended. */
    static final String CALLED = "called";

    /** It is time to look whether runs have ended that the step began to wait for when they were under way. */
    static final String LOOK = "look";

    static void called(ExecutionEntity waiting) {
        MessageEntity job = new MessageEntity();
        prepare(job, waiting, CALLED);
        Context.getCommandContext().getJobManager().send(job);
    }

    static void behind(ExecutionEntity execution) {
        MessageEntity job = new MessageEntity();
        prepare(job, execution, LEAVE);
        Context.getCommandContext().getJobManager().send(job);
    }

    /** The job of a run's first step has the id of the run: whether the run has begun can be asked without a search. */
    static void now(ExecutionEntity execution, Run run, FlowServices services) {
        MessageEntity job = new MessageEntity();
        prepare(job, execution, BEGIN);
        if (run.isAtItsStart()) {
            job.setId(execution.getProcessInstanceId());
        }
        expect(execution, run, services);
        Context.getCommandContext().getJobManager().send(job);
    }

    static void at(ExecutionEntity execution, Run run, Instant due, FlowServices services) {
        at(execution, run, WAKE, due, services);
    }

    static void look(ExecutionEntity execution, Run run, Instant due, FlowServices services) {
        at(execution, run, LOOK, due, services);
    }

    private static void at(ExecutionEntity execution, Run run, String signal, Instant due, FlowServices services) {
        TimerEntity job = new TimerEntity();
        prepare(job, execution, signal);
        expect(execution, run, services);
        job.setDuedate(Date.from(due));
        Context.getCommandContext().getJobManager().schedule(job);
        JobExecutor executor = Context.getProcessEngineConfiguration().getJobExecutor();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> services.alarm()
                        .in(Duration.between(services.now(), due), executor::jobWasAdded));
    }

    private static void prepare(JobEntity job, ExecutionEntity execution, String signal) {
        job.setExecution(execution);
        job.setDeploymentId(execution.getProcessDefinition().getDeploymentId());
        job.setProcessDefinitionId(execution.getProcessDefinitionId());
        job.setProcessDefinitionKey(execution.getProcessDefinition().getKey());
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(new Configuration(signal, 1));
        // effects may repeat with a retry: an operator decides
        job.setRetries(1);
    }

    private static void expect(ExecutionEntity execution, Run run, FlowServices services) {
        if (run.leavesCallerWaiting(services.now())) {
            ChainVariables.writeState(execution, run);
            services.waiters().expect(run.id());
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(
            Configuration configuration, ExecutionEntity execution, CommandContext context, String tenantId) {
        execution.signal(configuration.signal(), configuration.attempt());
    }

    @Override
    public Configuration newConfiguration(String canonicalString) {
        return Configuration.parse(canonicalString);
    }

    @Override
    public void onDelete(Configuration configuration, JobEntity job) {
        // keeps nothing beside the job
    }
}
