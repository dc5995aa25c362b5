package org.camundaflows.operations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.camundaflows.json.Json;

/**
 * JSON as a form: {@code a=1&c[]=1&d[e]=f}, percent-encoded. Null is left out. A list of plain values is one name
 * repeated; deeper lists are numbered.
 */
final class FormBody {

    private final StringJoiner pairs = new StringJoiner("&");

    private FormBody() {}

    static String of(JsonNode value) {
        FormBody form = new FormBody();
        if (value instanceof ArrayNode list) {
            form.addNumbered("", list);
        } else {
            value.properties().forEach(member -> form.addTop(member.getKey(), member.getValue()));
        }
        return form.pairs.toString();
    }

    private void addTop(String name, JsonNode value) {
        if (value instanceof ArrayNode list && isFlat(list)) {
            String repeated = (name.endsWith("[]") ? name.substring(0, name.length() - 2) : name) + "[]";
            list.forEach(element -> add(repeated, element));
        } else {
            add(name, value);
        }
    }

    private void add(String name, JsonNode value) {
        if (value instanceof ArrayNode list) {
            addNumbered(name, list);
        } else if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> add(nested(name, member.getKey()), member.getValue()));
        } else if (!value.isNull() && !value.isMissingNode()) {
            pairs.add(encode(name) + "=" + encode(Json.display(value)));
        }
    }

    private void addNumbered(String name, ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
            add(nested(name, Integer.toString(i)), list.get(i));
        }
    }

    private static String nested(String name, String member) {
        return name.isEmpty() ? member : name + "[" + member + "]";
    }

    private static boolean isFlat(ArrayNode list) {
        for (JsonNode element : list) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
