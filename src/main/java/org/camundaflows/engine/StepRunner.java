package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.jspecify.annotations.Nullable;

/** Renders the options of a step and runs its operation; whatever is thrown becomes a {@link Result}. */
final class StepRunner {

    private static final String LOG_TYPE = "log";

    /** As deep as what is read from outside. */
    private static final int MAX_DEPTH = 1000;

    private final FlowServices services;

    StepRunner(FlowServices services) {
        this.services = services;
    }

    /**
     * The options as they run.
     *
     * @throws PathException if a template is malformed
     */
    ObjectNode render(StepDefinition step, Run run) {
        Scope scope = step.type().equals(LOG_TYPE) ? services.redactor().redactPaths(run) : run;
        return (ObjectNode) step.template().render(scope);
    }

    Result run(StepDefinition step, Operation operation, ObjectNode options, Run run) {
        try {
            @Nullable Result result = operation.run(new Options(options), new StepContext(services, run, step));
            return result == null
                    ? new Result.Failed(
                            new IllegalStateException("The operation type \"" + step.type() + "\" gave no result"))
                    : storable(result);
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

    /** What nests too deep could not be written later: JavaScript fails on it, too. */
    private static Result storable(Result result) {
        JsonNode value = result instanceof Result.Resolved resolved
                ? resolved.value()
                : result instanceof Result.Rejected rejected ? rejected.value() : NullNode.getInstance();
        return isDeeper(value, MAX_DEPTH)
                ? Result.rejected(ErrorValue.plain(
                        "RangeError", "The result has more than " + MAX_DEPTH + " levels of objects and arrays"))
                : result;
    }

    private static boolean isDeeper(JsonNode value, int levels) {
        if (!value.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode element : value) {
            if (isDeeper(element, levels - 1)) {
                return true;
            }
        }
        return false;
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
