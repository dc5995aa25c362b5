package org.camundaflows.operations.script;

import java.util.function.Consumer;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.operations.script.ScriptLimits.Kind;
import org.graalvm.polyglot.PolyglotException;

/**
 * How a step ends whose script was stopped.
 *
 * @param exceeded told each time a script exceeds a limit
 */
record Failures(ScriptLimits limits, Consumer<Kind> exceeded) {

    Result timedOut() {
        exceeded.accept(Kind.TIME);
        return error("Script execution timed out.");
    }

    Result outOfMemory() {
        exceeded.accept(Kind.MEMORY);
        return error("Script execution exceeded the memory limit of " + (limits.memory() >> 20) + " MB.");
    }

    /** The result of the script is too large. */
    Rejection tooLarge(int size) {
        exceeded.accept(Kind.OUTPUT);
        return larger(size);
    }

    /** @param size how many characters the value may have */
    static Rejection larger(int size) {
        return new Rejection(ErrorValue.plain("Error", "The value is larger than " + size + " characters"));
    }

    /** Nothing the script did: the application shuts down. */
    static Result stopped() {
        return new Result.Failed(new IllegalStateException("Script execution was stopped."));
    }

    /** @param e no exception that the script itself threw */
    Result of(PolyglotException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Maximum frame limit")) {
            return stackOverflow();
        }
        if (message.startsWith("Maximum statement")) {
            exceeded.accept(Kind.STATEMENTS);
            return error("Script execution exceeded the limit of " + limits.statements() + " statements.");
        }
        if (e.isResourceExhausted()) {
            return outOfMemory();
        }
        return e.isCancelled() || e.isInterrupted() ? stopped() : error("Script execution failed: " + message);
    }

    Result exhausted(VirtualMachineError e) {
        return e instanceof StackOverflowError ? stackOverflow() : outOfMemory();
    }

    private Result stackOverflow() {
        exceeded.accept(Kind.STACK);
        return Result.rejected(ErrorValue.plain("RangeError", "Maximum call stack size exceeded"));
    }

    private static Result error(String message) {
        return Result.rejected(ErrorValue.plain("Error", message));
    }
}
