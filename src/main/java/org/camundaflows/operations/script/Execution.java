package org.camundaflows.operations.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** One run of a script, on a thread of its own; tells what happens through {@link #events()}. */
final class Execution implements Runnable {

    private final Sandbox sandbox;
    private final Failures failures;
    private final Source source;
    private final Input input;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Console console = new Console(events::add);
    private volatile @Nullable Usage usage;
    private volatile @Nullable Context context;
    private volatile boolean cancelled;

    Execution(Sandbox sandbox, Failures failures, Source source, Input input) {
        this.sandbox = sandbox;
        this.failures = failures;
        this.source = source;
        this.input = input;
    }

    BlockingQueue<Event> events() {
        return events;
    }

    /** What the script has used so far; null while its own code has not started. */
    @Nullable
    Usage usage() {
        return usage;
    }

    /** Stops the script; waits until it has stopped, which a script in a long built-in function can put off. */
    void cancel() {
        cancelled = true;
        Context running = context;
        if (running != null) {
            running.close(true);
        }
    }

    @Override
    public void run() {
        Result result = Failures.stopped();
        try {
            result = runInContext();
        } catch (PolyglotException e) {
            result = failures.of(e);
        } catch (Rejection e) {
            result = Result.rejected(e.value());
        } catch (RuntimeException e) {
            result = new Result.Failed(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            result = failures.exhausted(e);
        } finally {
            console.close();
            events.add(new Event.Ended(result));
            closeContext();
        }
    }

    private Result runInContext() {
        Context fresh = sandbox.newContext();
        context = fresh;
        if (cancelled) {
            return Failures.stopped();
        }
        Guest guest = Guest.in(fresh, sandbox.bootstrapSource(), failures.limits(), input, console);
        console.attach(guest);
        usage = Usage.ofThisThread();
        Value program;
        try {
            program = fresh.parse(source);
        } catch (PolyglotException e) {
            return syntaxError(e, guest);
        }
        return result(guest.run(program), guest);
    }

    private Result result(Guest.Outcome outcome, Guest guest) {
        try {
            return switch (outcome.state()) {
                case "resolved" -> Result.resolved(reader(guest).read(outcome.value()));
                case "rejected" -> Result.rejected(thrown(outcome.value(), guest));
                default -> failures.timedOut();
            };
        } catch (PolyglotException e) {
            return thrownWhileReading(e, guest);
        }
    }

    private Result thrownWhileReading(PolyglotException e, Guest guest) {
        if (e.getGuestObject() == null) {
            throw e;
        }
        try {
            return Result.rejected(thrown(guest.thrown(e), guest));
        } catch (PolyglotException again) {
            if (again.getGuestObject() == null) {
                throw again;
            }
            return Result.rejected(ErrorValue.plain("Error", "The value cannot be read"));
        }
    }

    private JsonNode thrown(Value value, Guest guest) {
        JsonNode copy = reader(guest).read(value);
        if (!copy.isTextual()) {
            return copy;
        }
        try {
            return Json.parse(copy.textValue());
        } catch (JsonProcessingException e) {
            return copy;
        }
    }

    private ResultReader reader(Guest guest) {
        return new ResultReader(guest, failures.limits().outputSize(), failures::tooLarge);
    }

    private Result syntaxError(PolyglotException e, Guest guest) {
        if (e.getGuestObject() == null) {
            throw e;
        }
        ErrorValue error = guest.error(guest.thrown(e));
        SourceSection place = e.getSourceLocation();
        String position =
                place == null ? "" : " [<script>:" + place.getStartLine() + ":" + place.getStartColumn() + "]";
        return Result.rejected(ErrorValue.plain(error.name(), error.message() + position));
    }

    private void closeContext() {
        Context used = context;
        if (used == null) {
            return;
        }
        try {
            used.close();
        } catch (PolyglotException e) {
            // closing a context that was stopped says so again
        }
    }
}
