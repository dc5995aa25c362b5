package org.camundaflows.operations.script;

import org.camundaflows.json.ErrorValue;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * The prepared global object of one run, see {@code bootstrap.js}.
 *
 * @param functions what the bootstrap handed out; scripts cannot reach it
 */
record Guest(Value functions) {

    private static final int MAX_DISPLAY = 200;

    private static final int MAX_MESSAGE = 100_000;

    static Guest in(Context context, Source bootstrap, Input input, Console console) {
        Value prepare = context.eval(bootstrap);
        return new Guest(prepare.execute(console, input.chain(), input.tagged(), input.env()));
    }

    /** Runs a script and its function; what awaits only finished work has happened when this returns. */
    Outcome run(Value program) {
        Value outcome = functions.invokeMember("run", program);
        return new Outcome(outcome.getMember("state").asString(), outcome.getMember("value"));
    }

    /** @param state {@code resolved}, {@code rejected}, or {@code pending}: nothing is left that could settle it */
    record Outcome(String state, Value value) {}

    boolean isArray(Value value) {
        return functions.invokeMember("isArray", value).asBoolean();
    }

    /** Whether the value is a typed array or a DataView. */
    boolean isView(Value value) {
        return functions.invokeMember("isView", value).asBoolean();
    }

    /** The value that was thrown, free of the wrapper that makes any thrown value look like an error. */
    Value thrown(PolyglotException exception) {
        Value wrapped = exception.getGuestObject();
        return functions.invokeMember("same", wrapped);
    }

    /** Name and message alone, as the reference implementation keeps them. */
    ErrorValue error(Value error) {
        String name = member(error, "name", "Error");
        return ErrorValue.plain(name.isEmpty() ? "Error" : name, Wording.of(member(error, "message", "")));
    }

    /** A short text for people, made without calling any code of the script. */
    String display(Value value) {
        return shorten(value.toString(), MAX_DISPLAY);
    }

    private static String member(Value error, String name, String otherwise) {
        try {
            Value member = error.getMember(name);
            return member != null && (member.isString() || member.isNumber())
                    ? shorten(member.isString() ? member.asString() : member.toString(), MAX_MESSAGE)
                    : otherwise;
        } catch (PolyglotException e) {
            if (e.isCancelled()) {
                throw e;
            }
            return otherwise;
        }
    }

    static String shorten(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
