package org.camundaflows.app.settings;

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

    private static String oneLine(String value) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
