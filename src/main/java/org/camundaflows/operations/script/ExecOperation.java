package org.camundaflows.operations.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.operation.RunLog;

/**
 * Runs JavaScript of the flow's author (specification: operations, section exec). The code is CommonJS and must assign a
 * function to {@code module.exports}; it gets a copy of the data chain and may be async.
 *
 * <p>Resolves with what the function returns. Rejects with what it throws, with a {@code SyntaxError}, or with an
 * {@code Error} when it exceeds a {@linkplain ScriptLimits limit}. Nothing of a run is left for the next one.
 */
public final class ExecOperation implements Operation, AutoCloseable {

    private static final OperationType TYPE = new OperationType(
            "exec",
            "Run Script",
            "code",
            "Runs JavaScript that computes a value from the data of the flow.",
            false,
            List.of(Option.of(
                            "code",
                            "Code",
                            Option.Kind.CODE,
                            "CommonJS: the function in module.exports gets the data and returns the result.")
                    .asRequired()
                    .withDefault("module.exports = async function(data) {\n\treturn {};\n}")));

    private static final int CLOSE_SECONDS = 5;

    private final Failures failures;
    private final Sandbox sandbox;
    private final Sources sources = new Sources();
    private final ExecutorService threads = ScriptThreads.create();

    public ExecOperation(ScriptLimits limits) {
        this(limits, kind -> {});
    }

    /** @param exceeded told each time a script exceeds a limit; must be quick and safe for use by several threads */
    public ExecOperation(ScriptLimits limits, Consumer<ScriptLimits.Kind> exceeded) {
        this.failures = new Failures(limits, exceeded);
        this.sandbox = new Sandbox(limits);
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        JsonNode code = options.raw("code");
        if (!code.isTextual()) {
            throw new Rejection(ErrorValue.plain("TypeError", "The option \"code\" must be text"));
        }
        Input input = Input.of(context.chain().toObject(), context.env());
        return run(code.textValue(), input, context.log(), failures);
    }

    /**
     * Loads what the first scripts would otherwise wait for, up to seconds on a small machine. Call it once at start, in
     * the background; steps may run meanwhile.
     */
    public void warmUp() {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        Failures uncounted = new Failures(failures.limits(), kind -> {});
        run(WarmUp.CODE, Input.of(nothing, nothing), WarmUp.SILENCE, uncounted);
    }

    /**
     * Stops the scripts that run, waits a few seconds for them, and frees the engine. Their steps end as {@link
     * Result.Failed}, as do later ones.
     */
    @Override
    public void close() {
        if (threads.isShutdown()) {
            return;
        }
        threads.execute(sandbox::close);
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result run(String code, Input input, RunLog log, Failures ends) {
        Execution execution = new Execution(sandbox, ends, sources.of(code), input);
        try {
            threads.execute(execution);
            return new Supervisor(execution, ends, threads, log).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Failed(e);
        } catch (RejectedExecutionException e) {
            return new Result.Failed(e);
        }
    }
}
