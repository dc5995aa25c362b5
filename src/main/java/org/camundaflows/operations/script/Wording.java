package org.camundaflows.operations.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words the engine's most frequent error as V8 does, the engine of the reference implementation. */
final class Wording {

    private static final Pattern ACCESS =
            Pattern.compile("Cannot (read|set) property '(.*)' of (undefined|null)", Pattern.DOTALL);

    private Wording() {}

    static String of(String message) {
        Matcher access = ACCESS.matcher(message);
        if (!access.matches()) {
            return message;
        }
        String verb = access.group(1).equals("read") ? "reading" : "setting";
        return "Cannot " + access.group(1) + " properties of " + access.group(3) + " (" + verb + " '" + access.group(2)
                + "')";
    }
}
