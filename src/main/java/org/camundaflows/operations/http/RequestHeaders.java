package org.camundaflows.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request; each name once, however it is spelled.
 *
 * @param byName by lower-case name
 */
record RequestHeaders(Map<String, Header> byName) {

    /** @param values a line each; none keeps a header from being sent at all */
    record Header(String name, List<String> values) {}

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Tab and printable Latin-1: no line break may end the header, and nothing else can be sent. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** How a message is framed and a connection kept is the client's business; an author's word could only break it. */
    private static final Set<String> FRAMING = Set.of(
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");

    RequestHeaders {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * Reads the option {@code headers}: a list of {@code {header, value}}. The last of several with one name counts. A
     * null or false value keeps the header from being sent, a list is sent as several lines.
     *
     * @param option missing and null count as an empty list
     * @throws Rejection if it is no list, or a header is no legal one
     */
    static RequestHeaders of(JsonNode option) {
        if (option.isMissingNode() || option.isNull()) {
            return new RequestHeaders(Map.of());
        }
        if (!(option instanceof ArrayNode list)) {
            throw RequestErrors.headersNotAList();
        }
        Map<String, Header> byName = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            if (entry.isNull()) {
                throw RequestErrors.headersNotAList();
            }
            if (entry.isObject()) {
                add(Json.display(entry.path("header")).strip(), entry.path("value"), byName);
            }
        }
        return new RequestHeaders(byName);
    }

    /** The header's last value, null when there is none or it is blank. */
    @Nullable
    String value(String name) {
        Header header = byName.get(name.toLowerCase(Locale.ROOT));
        if (header == null || header.values().isEmpty()) {
            return null;
        }
        String last = header.values().get(header.values().size() - 1);
        return last.isBlank() ? null : last;
    }

    RequestHeaders with(String name, String value) {
        Map<String, Header> changed = new LinkedHashMap<>(byName);
        changed.put(name.toLowerCase(Locale.ROOT), new Header(name, List.of(value)));
        return new RequestHeaders(changed);
    }

    /** Adds a header that the author has said nothing about. */
    RequestHeaders withDefault(String name, String value) {
        return byName.containsKey(name.toLowerCase(Locale.ROOT)) ? this : with(name, value);
    }

    RequestHeaders without(Predicate<String> lowerCaseName) {
        Map<String, Header> changed = new LinkedHashMap<>(byName);
        changed.keySet().removeIf(lowerCaseName);
        return new RequestHeaders(changed);
    }

    private static void add(String name, JsonNode value, Map<String, Header> byName) {
        if (name.isEmpty()) {
            return;
        }
        if (!TOKEN.matcher(name).matches()) {
            throw RequestErrors.invalidToken("Header name", name);
        }
        Header header = new Header(name, values(name, value));
        if (!FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            byName.put(name.toLowerCase(Locale.ROOT), header);
        }
    }

    private static List<String> values(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || (value.isBoolean() && !value.booleanValue())) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (JsonNode line : value.isArray() ? value : List.of(value)) {
            String text = Json.display(line);
            if (!VALUE.matcher(text).matches()) {
                throw RequestErrors.invalidHeaderValue(name);
            }
            values.add(text.strip());
        }
        return values;
    }
}
