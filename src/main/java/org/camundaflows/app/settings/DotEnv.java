package org.camundaflows.app.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: {@code NAME=value} lines with optional {@code export}, comments after {@code #}, and values in
 * single, double or back quotes, which may span lines. Only double quotes know {@code \n} and {@code \r}. This is not the
 * format of Java properties: a backslash is just a character.
 */
final class DotEnv {

    private static final Pattern ENTRY = Pattern.compile(
            "^[ \\t]*(?:export[ \\t]+)?(?<name>[\\w.-]+)[ \\t]*=[ \\t]*"
                    + "(?:'(?<single>[^']*)'|\"(?<double>(?:\\\\\"|[^\"])*)\"|`(?<back>[^`]*)`|(?<plain>[^#\\r\\n]*))"
                    + "[ \\t]*(?:#.*)?$",
            Pattern.MULTILINE);

    private DotEnv() {}

    static Map<String, Object> parse(String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            values.put(entry.group("name"), value(entry));
        }
        return values;
    }

    private static String value(Matcher entry) {
        for (String quote : new String[] {"single", "back"}) {
            String quoted = entry.group(quote);
            if (quoted != null) {
                return quoted;
            }
        }
        String quoted = entry.group("double");
        if (quoted != null) {
            return quoted.replace("\\n", "\n").replace("\\r", "\r").replace("\\\"", "\"");
        }
        return entry.group("plain").strip();
    }
}
