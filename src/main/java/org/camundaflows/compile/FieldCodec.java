package org.camundaflows.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Option;
import org.jspecify.annotations.Nullable;

/**
 * Options as named texts a modeler can edit, and back without loss. A blank text stands for an absent option; what texts
 * cannot say (null, blank texts, unknown options, characters XML lacks) is kept in {@link FlowBpmn#MORE}. Where both say
 * something, the text counts: it is what a person edits.
 */
final class FieldCodec {

    private static final String OPTIONS = "options";
    private static final int LAST_ASCII = 0x7E;

    private FieldCodec() {}

    /**
     * @param known the options that have a text of their own; each is in the answer, blank when absent
     * @param more further members for {@link FlowBpmn#MORE}, beside {@code options}
     */
    static Map<String, String> encode(ObjectNode options, List<Option> known, ObjectNode more) {
        Map<String, String> texts = new LinkedHashMap<>();
        ObjectNode rest = options.deepCopy();
        for (Option option : known) {
            texts.put(option.name(), "");
            encode(texts, rest, option.name(), option.kind());
            String alias = option.alias();
            if (alias != null && rest.has(alias)) {
                encode(texts, rest, alias, option.kind());
            }
        }
        ObjectNode kept = more.deepCopy();
        if (!rest.isEmpty()) {
            kept.set(OPTIONS, rest);
        }
        texts.put(FlowBpmn.MORE, kept.isEmpty() ? "" : asciiJson(kept));
        return texts;
    }

    /** Moves a member to the text {@code field}; leaves it when the text cannot hold it, and the text blank. */
    static void move(ObjectNode members, String member, String field, Map<String, String> texts) {
        String text = text(members.path(member), true);
        texts.put(field, text == null ? "" : text);
        if (text != null) {
            members.remove(member);
        }
    }

    /** The members of {@link FlowBpmn#MORE}; an empty object when it is absent, blank or no JSON object. */
    static ObjectNode more(Map<String, String> texts) {
        return parse(texts.getOrDefault(FlowBpmn.MORE, "")) instanceof ObjectNode more
                ? more
                : JsonNodeFactory.instance.objectNode();
    }

    /**
     * The options that {@link #encode} was given.
     *
     * @param texts by name, without names of other meaning
     */
    static ObjectNode decode(Map<String, String> texts, List<Option> known) {
        ObjectNode options =
                more(texts).get(OPTIONS) instanceof ObjectNode rest ? rest : JsonNodeFactory.instance.objectNode();
        texts.forEach((name, text) -> {
            if (!XmlText.isBlank(text) && !name.equals(FlowBpmn.MORE)) {
                options.set(name, decode(text, isText(name, known)));
            }
        });
        return options;
    }

    private static void encode(Map<String, String> texts, ObjectNode rest, String name, Option.Kind kind) {
        String text = text(rest.path(name), isText(kind));
        if (text != null) {
            texts.put(name, text);
            rest.remove(name);
        }
    }

    /** The text of a value, or null when only {@link FlowBpmn#MORE} can keep it. */
    private static @Nullable String text(JsonNode value, boolean plainText) {
        if (value.isTextual()) {
            String text = value.textValue();
            if (XmlText.isBlank(text) || !XmlText.isXml(text)) {
                return null;
            }
            return plainText || parse(text) == null ? text : Json.write(value);
        }
        if (plainText || value.isMissingNode() || value.isNull()) {
            return null;
        }
        String json = Json.write(value);
        return XmlText.isXml(json) ? json : null;
    }

    private static JsonNode decode(String text, boolean plainText) {
        JsonNode value = plainText ? null : parse(text);
        return value == null ? TextNode.valueOf(text) : value;
    }

    private static boolean isText(String name, List<Option> known) {
        return known.stream()
                .filter(option -> option.name().equals(name) || name.equals(option.alias()))
                .anyMatch(option -> isText(option.kind()));
    }

    private static boolean isText(Option.Kind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, CODE -> true;
            case JSON, LIST, CSV, INTEGER, BOOLEAN -> false;
        };
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            return text.isBlank() ? null : Json.parse(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String asciiJson(ObjectNode value) {
        String json = Json.write(value);
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c <= LAST_ASCII) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
