package org.camundaflows.operations.script;

import org.camundaflows.json.ErrorValue;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * The prepared global object of one run, and the functions its bootstrap handed out, which scripts cannot reach; see
 * {@code bootstrap.js}.
 */
record Guest(Value run, Value isArray, Value isView, Value clip, Value same) {

    private static final int MAX_DISPLAY = 200;

    static Guest in(Context context, Source bootstrap, ScriptLimits limits, Input input, Console console) {
        Value prepare = context.eval(bootstrap);
        Value functions = prepare.execute(console, limits.arrayLength(), input.chain(), input.tagged(), input.env());
        return new Guest(
                functions.getMember("run"),
                functions.getMember("isArray"),
                functions.getMember("isView"),
                functions.getMember("clip"),
                functions.getMember("same"));
    }

    /** Runs a script and its function; what awaits only finished work has happened when this returns. */
    Outcome run(Value program) {
        Value outcome = run.execute(program);
        return new Outcome(outcome.getMember("state").asString(), outcome.getMember("value"));
    }

    /** @param state {@code resolved}, {@code rejected}, or {@code pending}: nothing is left that could settle it */
    record Outcome(String state, Value value) {}

    boolean isArray(Value value) {
        return isArray.execute(value).asBoolean();
    }

    /** Whether the value is a typed array or a DataView. */
    boolean isView(Value value) {
        return isView.execute(value).asBoolean();
    }

    /** The text, cut off before it is copied out of the script. */
    String text(Value text, int length) {
        return shorten(clip.execute(text, length + 1).asString(), length);
    }

    /** The value that was thrown, free of the wrapper that makes any thrown value look like an error. */
    Value thrown(PolyglotException exception) {
        Value wrapped = exception.getGuestObject();
        return same.execute(wrapped);
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
            if (member == null || !(member.isString() || member.isNumber())) {
                return otherwise;
            }
            return member.isString() ? member.asString() : member.toString();
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
