package org.camundaflows.operations.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Consumer;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * {@code console} of one run: one argument is logged as such, several as an object with their indexes. A run can write a
 * bounded number of entries of bounded size; what is too much is counted and told once, at the end.
 */
final class Console implements ProxyExecutable {

    private static final int MAX_ENTRIES = 1000;

    private static final int MAX_ENTRY = 10_000;

    private static final int MAX_TOTAL = 1_000_000;

    private final Consumer<LogLine> lines;
    private @Nullable Guest guest;
    private int entries;
    private int characters;
    private long dropped;

    Console(Consumer<LogLine> lines) {
        this.lines = lines;
    }

    void attach(Guest prepared) {
        this.guest = prepared;
    }

    /** @param arguments level and the array of what the script wrote */
    @Override
    public @Nullable Object execute(Value... arguments) {
        if (guest == null || entries >= MAX_ENTRIES || characters >= MAX_TOTAL) {
            dropped++;
            return null;
        }
        String message = Guest.shorten(message(guest, arguments[1]), MAX_ENTRY);
        entries++;
        characters += message.length();
        lines.accept(new LogLine(arguments[0].asString(), message));
        return null;
    }

    /** Tells once that entries are missing, if any are. */
    void close() {
        if (dropped > 0) {
            lines.accept(new LogLine(
                    "warn",
                    "The script wrote too much to the console: " + dropped + " more "
                            + (dropped == 1 ? "entry was" : "entries were") + " dropped"));
        }
    }

    private static String message(Guest guest, Value arguments) {
        long count = arguments.getArraySize();
        if (count == 1) {
            return single(guest, arguments.getArrayElement(0));
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (long i = 0; i < Math.min(count, MAX_ENTRY / 10); i++) {
            all.set(Long.toString(i), copy(guest, arguments.getArrayElement(i)));
        }
        return Json.writeAudit(all);
    }

    private static String single(Guest guest, Value argument) {
        if (argument.isNull()) {
            return argument.toString();
        }
        JsonNode copy = copy(guest, argument);
        return copy.isTextual() || copy.isNumber() ? Json.display(copy) : Json.writeAudit(copy);
    }

    /** Logging never fails: what cannot be copied is shown in the engine's own words. */
    private static JsonNode copy(Guest guest, Value value) {
        try {
            return value.isString()
                    ? TextNode.valueOf(guest.text(value, MAX_ENTRY))
                    : new ResultReader(guest, MAX_ENTRY, Failures::larger).read(value);
        } catch (Rejection e) {
            return TextNode.valueOf(guest.display(value));
        } catch (PolyglotException e) {
            if (e.isCancelled()) {
                throw e;
            }
            return TextNode.valueOf(guest.display(value));
        }
    }
}
