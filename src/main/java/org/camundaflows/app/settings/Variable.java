package org.camundaflows.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camundaflows.json.Json;

/**
 * An environment variable that has a value, and the forms in which values are written. Every method checks the value
 * and refuses a wrong one with {@link InvalidSetting}.
 */
record Variable(String name, String value) {

    private static final Pattern PREFIX =
            Pattern.compile("^(string|number|boolean|array|json):", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(b|kb|mb|gb)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMESPAN = Pattern.compile(
            "(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(ms|msecs?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?"
                    + "|w|weeks?|y|yrs?|years?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> UNITS = Map.of("b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);

    /** The value without the type prefix that Directus allows in front of any value. */
    static Variable of(String name, String value) {
        return new Variable(name, PREFIX.matcher(value).replaceFirst(""));
    }

    String text() {
        return value;
    }

    String flag() {
        String flag = value.strip().toLowerCase(Locale.ROOT);
        return switch (flag) {
            case "true", "1" -> "true";
            case "false", "0" -> "false";
            default -> throw wrong("true or false");
        };
    }

    String wholeNumber(int min, int max) {
        String digits = value.strip();
        if (digits.matches("\\d{1,10}")) {
            long number = Long.parseLong(digits);
            if (number >= min && number <= max) {
                return Long.toString(number);
            }
        }
        throw wrong("a whole number from " + min + " to " + max);
    }

    String port() {
        return wholeNumber(0, 65535);
    }

    /** A positive whole number followed by the unit, as Spring reads durations and sizes. */
    String positive(String unit) {
        return wholeNumber(1, Integer.MAX_VALUE) + unit;
    }

    /** A length of time such as {@code 15m} or {@code 7 days}; a bare number counts milliseconds. */
    String timespan() {
        Matcher span = TIMESPAN.matcher(value.strip());
        if (span.matches()) {
            String unit = span.group(2) == null ? "ms" : span.group(2).toLowerCase(Locale.ROOT);
            BigDecimal time = new BigDecimal(span.group(1)).multiply(BigDecimal.valueOf(milliseconds(unit)));
            if (time.compareTo(BigDecimal.ONE) >= 0) {
                return time.toBigInteger() + "ms";
            }
        }
        throw wrong("a length of time, such as 15m or 7d");
    }

    private static long milliseconds(String unit) {
        if (unit.startsWith("ms") || unit.startsWith("mil")) {
            return 1;
        }
        return switch (unit.charAt(0)) {
            case 's' -> 1000L;
            case 'm' -> 60_000L;
            case 'h' -> 3_600_000L;
            case 'd' -> 86_400_000L;
            case 'w' -> 604_800_000L;
            default -> 31_557_600_000L;
        };
    }

    /** A size in bytes, or with a unit as in {@code 1.5mb}. */
    String size() {
        Matcher size = SIZE.matcher(value.strip());
        if (size.matches()) {
            String unit = size.group(2) == null ? "b" : size.group(2).toLowerCase(Locale.ROOT);
            BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L)));
            if (bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return bytes.toBigInteger() + "B";
            }
        }
        throw wrong("a size of at most 2gb, such as 1mb");
    }

    /** Names or addresses: comma text, a JSON array of texts, or {@code false} for none. */
    List<String> list() {
        String text = value.strip();
        if (text.isEmpty() || text.equals("false")) {
            return List.of();
        }
        if (text.startsWith("[")) {
            return jsonList(text);
        }
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private List<String> jsonList(String text) {
        try {
            List<JsonNode> elements =
                    StreamSupport.stream(Json.parse(text).spliterator(), false).toList();
            if (elements.stream().allMatch(JsonNode::isTextual)) {
                return elements.stream().map(JsonNode::textValue).toList();
            }
        } catch (JsonProcessingException e) {
            throw wrong("a comma-separated list or a JSON array of texts");
        }
        throw wrong("a comma-separated list or a JSON array of texts");
    }

    /** A list for Spring's binder. */
    String commaText() {
        return String.join(",", list());
    }

    String addressRanges() {
        Require.addressRanges(name, list());
        return commaText();
    }

    String mailAddress() {
        if (!value.strip().matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw wrong("an e-mail address");
        }
        return value.strip();
    }

    /** A web address without a trailing slash. */
    String url() {
        String url = value.strip();
        if (!url.matches("(?i)https?://[^\\s/]+(/\\S*)?")) {
            throw wrong("an address that starts with http:// or https://");
        }
        return url.replaceFirst("/+$", "");
    }

    String host() {
        try {
            return InetAddress.getByName(value.strip()).getHostAddress();
        } catch (UnknownHostException e) {
            throw wrong("a name or IP address of this machine");
        }
    }

    String oneOf(Map<String, String> meanings) {
        String found = meanings.get(value.strip().toLowerCase(Locale.ROOT));
        if (found == null) {
            throw wrong("one of "
                    + String.join(", ", meanings.keySet().stream().sorted().toList()));
        }
        return found;
    }

    InvalidSetting wrong(String expected) {
        return InvalidSetting.of(name, value, expected);
    }
}
