package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnExceptionHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camundaflows.compile.FlowBpmn;
import org.camundaflows.json.PathException;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.Result;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one operation of a flow as the behaviour of its service task. */
final class StepBehavior extends AbstractBpmnActivityBehavior {

    private static final Logger LOG = LoggerFactory.getLogger(StepBehavior.class);

    private final StepDefinition step;
    private final FlowServices services;
    private final StepRunner runner;
    private final StepWriter writer;

    StepBehavior(StepDefinition step, FlowServices services) {
        this.step = step;
        this.services = services;
        this.runner = new StepRunner(services);
        this.writer = new StepWriter(step, services);
    }

    StepDefinition definition() {
        return step;
    }

    @Override
    public void execute(ActivityExecution activity) throws Exception {
        ExecutionEntity execution = (ExecutionEntity) activity;
        Run run = services.run(execution);
        if (run.needsCheckpoint(step)) {
            ChainVariables.writeState(execution, run);
            Checkpoint.now(execution, run, services);
        } else {
            perform(execution, run, 1);
        }
    }

    /** Goes on behind a checkpoint. */
    @Override
    public void signal(ActivityExecution activity, @Nullable String name, @Nullable Object data) throws Exception {
        ExecutionEntity execution = (ExecutionEntity) activity;
        if (Checkpoint.BEGIN.equals(name)) {
            perform(execution, services.run(execution), data instanceof Integer attempt ? attempt : 1);
        } else if (Checkpoint.WAKE.equals(name)) {
            resume(execution, services.run(execution), Optional.of(Result.nothing()));
        } else if (Checkpoint.CALLED.equals(name)) {
            Run run = services.run(execution);
            resume(execution, run, services.calls().resume(execution, run));
        } else if (Checkpoint.LOOK.equals(name)) {
            Run run = services.run(execution);
            resume(execution, run, services.calls().look(execution, run));
        } else if (Checkpoint.LEAVE.equals(name)) {
            proceed(execution, services.run(execution).lastStatus());
        } else {
            super.signal(activity, name, data);
        }
    }

    private void perform(ExecutionEntity execution, Run run, int attempt) throws Exception {
        try (MDC.MDCCloseable flow = MDC.putCloseable("flow", run.flow().id());
                MDC.MDCCloseable id = MDC.putCloseable("run", run.id());
                MDC.MDCCloseable key = MDC.putCloseable("key", step.key())) {
            ObjectNode record = StepRecord.begin(
                    step,
                    run.nextStep(),
                    attempt,
                    services.now(),
                    services.settings().node());
            Operation operation = step.operation();
            if (operation == null) {
                unknown(execution, run, record);
                return;
            }
            Result result;
            try {
                ObjectNode options = runner.render(step, run);
                options(record, operation.recorded(options));
                RunSession.current().performing(run);
                result = runner.run(step, operation, options, run);
            } catch (PathException e) {
                options(record, step.options());
                result = Result.rejected(StepRunner.error(e));
            }
            if (step.hasEffects()) {
                run.committed(false);
            }
            finish(execution, run, record, result);
        }
    }

    private void finish(ExecutionEntity execution, Run run, ObjectNode record, Result result) throws Exception {
        if (result instanceof Result.Resolved resolved) {
            end(execution, run, record, StepStatus.RESOLVE, resolved.value());
        } else if (result instanceof Result.Rejected rejected) {
            end(execution, run, record, StepStatus.REJECT, rejected.value());
        } else if (result instanceof Result.Calling calling) {
            Optional<Result> ended = services.calls().call(execution, run, calling);
            if (ended.isPresent()) {
                finish(execution, run, record, ended.get());
            } else {
                writer.waiting(execution, run, record);
            }
        } else if (result instanceof Result.Waiting waiting) {
            pause(execution, run, record, waiting.time());
        } else if (result instanceof Result.Failed failed) {
            fail(execution, run, record, failed.cause());
        }
    }

    private void pause(ExecutionEntity execution, Run run, ObjectNode record, Duration time) throws Exception {
        if (run.mode() == RunMode.IN_THREAD
                || time.compareTo(services.settings().sleepInThread()) <= 0) {
            finish(execution, run, record, sleep(time));
            return;
        }
        run.becomeDurable();
        writer.waiting(execution, run, record);
        Checkpoint.at(execution, run, services.now().plus(time), services);
    }

    /** Ends a step that has waited, unless it has to wait on. */
    private void resume(ExecutionEntity execution, Run run, Optional<Result> result) throws Exception {
        if (result.isPresent() && ChainVariables.readStep(execution) instanceof ObjectNode record) {
            finish(execution, run, record, result.get());
        }
    }

    private void end(ExecutionEntity execution, Run run, ObjectNode record, StepStatus status, JsonNode value)
            throws Exception {
        store(execution, run, record, status, value);
        if (run.needsCheckpointBehind(step)) {
            ChainVariables.writeState(execution, run);
            Checkpoint.behind(execution);
        } else {
            proceed(execution, status);
        }
    }

    private void proceed(ExecutionEntity execution, @Nullable StepStatus status) throws Exception {
        if (status == StepStatus.REJECT) {
            BpmnExceptionHandler.propagateBpmnError(
                    new BpmnError(FlowBpmn.REJECT_CODE, "The operation rejected"), execution);
        } else {
            leave(execution);
        }
    }

    private void unknown(ExecutionEntity execution, Run run, ObjectNode record) {
        FlowLog.INSTANCE.warn("Couldn't find operation " + step.type());
        options(record, NullNode.getInstance());
        store(execution, run, record, StepStatus.UNKNOWN, NullNode.getInstance());
        execution.end(true);
    }

    /** A direct run keeps what it did and ends here; a durable one rolls back to its checkpoint and becomes an incident. */
    private void fail(ExecutionEntity execution, Run run, ObjectNode record, Throwable cause) {
        String reason = services.redactor().forTrigger(run.get(Run.TRIGGER)).redactText(cause.toString());
        StepFailedException failure = new StepFailedException(run.flow(), step, reason, cause);
        if (run.mode() == RunMode.DURABLE) {
            tellObserver(run, record, StepStatus.FAILED);
            throw failure;
        }
        LOG.error("A step failed and its run ended", failure);
        run.fail(failure);
        store(execution, run, record, StepStatus.FAILED, NullNode.getInstance());
        execution.end(true);
    }

    private void store(ExecutionEntity execution, Run run, ObjectNode record, StepStatus status, JsonNode value) {
        run.store(step.key(), status, value);
        StepRecord.end(record, status, services.now());
        writer.ended(execution, run, record, value);
        tellObserver(run, record, status);
    }

    private void tellObserver(Run run, ObjectNode record, StepStatus status) {
        Duration duration = StepRecord.duration(record, services.now());
        services.observer().stepEnded(run.flow(), new EndedStep(run.id(), step.key(), step.type(), status, duration));
    }

    private void options(ObjectNode record, JsonNode options) {
        StepRecord.options(record, options, services.settings().maxOptionsSize());
    }

    private static Result sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            return Result.nothing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Failed(e);
        }
    }
}
