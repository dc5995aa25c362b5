package org.camundaflows.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * A configured value that cannot be used. It stops the start; the message is one line that names the variable or
 * property, shows its value unless that is a secret, and says what was expected.
 */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private InvalidSetting(String message) {
        super(message);
    }

    public static InvalidSetting of(String name, Object value, String expected) {
        return new InvalidSetting(name + " is \"" + oneLine(value.toString()) + "\", expected " + expected);
    }

    /** For values that must not be shown. */
    public static InvalidSetting secret(String name, String expected) {
        return new InvalidSetting(name + " has a value that cannot be used (not shown), expected " + expected);
    }

    public static InvalidSetting missing(String name, String expected) {
        return new InvalidSetting(name + " is not set, expected " + expected);
    }

    /** Text from elsewhere, fit to be a part of such a message. */
    public static String oneLine(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
