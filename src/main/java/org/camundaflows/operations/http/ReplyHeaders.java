package org.camundaflows.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;

/** The headers of an answer as flows see them. */
final class ReplyHeaders {

    private static final String SET_COOKIE = "set-cookie";

    /** Headers that make no sense twice: the first one counts. */
    private static final Set<String> SINGLE = Set.of(
            "age",
            "authorization",
            "content-length",
            "content-type",
            "etag",
            "expires",
            "from",
            "host",
            "if-modified-since",
            "if-unmodified-since",
            "last-modified",
            "location",
            "max-forwards",
            "proxy-authorization",
            "referer",
            "retry-after",
            "server",
            "user-agent");

    private ReplyHeaders() {}

    /** By lower-case name; {@code set-cookie} is always a list, others that come repeatedly are joined by commas. */
    static ObjectNode of(Header[] headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Header header : headers) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            String value = header.getValue() == null ? "" : header.getValue();
            JsonNode earlier = json.get(name);
            if (name.equals(SET_COOKIE)) {
                json.withArray("/" + SET_COOKIE).add(value);
            } else if (earlier == null) {
                json.put(name, value);
            } else if (!SINGLE.contains(name)) {
                json.put(name, earlier.textValue() + ", " + value);
            }
        }
        return json;
    }
}
