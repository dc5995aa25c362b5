package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;
import org.camundaflows.json.ValueBounds;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.jspecify.annotations.Nullable;

/** Renders the options of a step and runs its operation; whatever is thrown becomes a {@link Result}. */
final class StepRunner {

    private static final String LOG_TYPE = "log";

    private final FlowServices services;

    StepRunner(FlowServices services) {
        this.services = services;
    }

    /**
     * The options as they run.
     *
     * @throws PathException if a template is malformed, or an option gets too deep or too large
     */
    ObjectNode render(StepDefinition step, Run run) {
        Scope scope = step.type().equals(LOG_TYPE) ? services.redactor().redactPaths(run) : run;
        ObjectNode options = (ObjectNode) step.template().render(scope);
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            ErrorValue excess = ValueBounds.excess("The option \"" + option.getKey() + "\"", option.getValue());
            if (excess != null) {
                throw new PathException(excess.name(), excess.message());
            }
        }
        return options;
    }

    Result run(StepDefinition step, Operation operation, ObjectNode options, Run run) {
        return bounded(attempt(step, operation, options, run));
    }

    private Result attempt(StepDefinition step, Operation operation, ObjectNode options, Run run) {
        try {
            @Nullable Result result = operation.run(new Options(options), new StepContext(services, run, step));
            return result == null
                    ? new Result.Failed(
                            new IllegalStateException("The operation type \"" + step.type() + "\" gave no result"))
                    : result;
        } catch (Rejection rejection) {
            return Result.rejected(rejection.value());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Failed(e);
        } catch (Exception e) {
            return Result.rejected(error(e));
        } catch (StackOverflowError e) {
            return Result.rejected(ErrorValue.plain("RangeError", "Maximum call stack size exceeded"));
        } catch (Error e) {
            return new Result.Failed(e);
        }
    }

    /** The result, unless it is too deep or too large to be kept. */
    static Result bounded(Result result) {
        JsonNode value = result instanceof Result.Resolved resolved
                ? resolved.value()
                : result instanceof Result.Rejected rejected ? rejected.value() : NullNode.getInstance();
        ErrorValue excess = ValueBounds.excess("The result", value);
        return excess == null ? result : Result.rejected(excess);
    }

    static JsonNode error(Exception e) {
        if (e instanceof PathException path) {
            return ErrorValue.plain(path.name(), String.valueOf(path.getMessage()))
                    .toNode();
        }
        if (e instanceof JsonProcessingException json) {
            return ErrorValue.plain("SyntaxError", json.getOriginalMessage()).toNode();
        }
        String message = e.getMessage();
        return ErrorValue.plain("Error", message == null ? e.getClass().getSimpleName() : message)
                .toNode();
    }
}
