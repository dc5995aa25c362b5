package org.camundaflows.operations.script;

import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Result;
import org.graalvm.polyglot.PolyglotException;

/** How a step ends whose script was stopped. */
final class Failures {

    private Failures() {}

    static Result timedOut() {
        return error("Script execution timed out.");
    }

    static Result outOfMemory(ScriptLimits limits) {
        return error("Script execution exceeded the memory limit of " + (limits.memory() >> 20) + " MB.");
    }

    /** Nothing the script did: the application shuts down. */
    static Result stopped() {
        return new Result.Failed(new IllegalStateException("Script execution was stopped."));
    }

    /** @param e no exception that the script itself threw */
    static Result of(PolyglotException e, ScriptLimits limits) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Maximum frame limit")) {
            return stackOverflow();
        }
        if (message.startsWith("Maximum statement")) {
            return error("Script execution exceeded the limit of " + limits.statements() + " statements.");
        }
        if (e.isResourceExhausted()) {
            return outOfMemory(limits);
        }
        return e.isCancelled() || e.isInterrupted() ? stopped() : error("Script execution failed: " + message);
    }

    static Result exhausted(VirtualMachineError e, ScriptLimits limits) {
        return e instanceof StackOverflowError ? stackOverflow() : outOfMemory(limits);
    }

    private static Result stackOverflow() {
        return Result.rejected(ErrorValue.plain("RangeError", "Maximum call stack size exceeded"));
    }

    private static Result error(String message) {
        return Result.rejected(ErrorValue.plain("Error", message));
    }
}
