package org.camundaflows.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;

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
     * @throws PathException if a template is malformed
     */
    ObjectNode render(StepDefinition step, Run run) {
        Scope scope = step.type().equals(LOG_TYPE) ? services.redactor().redactPaths(run) : run;
        return (ObjectNode) step.template().render(scope);
    }

    Result run(StepDefinition step, Operation operation, ObjectNode options, Run run) {
        try {
            return operation.run(new Options(options), new StepContext(services, run, step));
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
