package org.camundaflows.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.json.Json;

/**
 * A JSON Web Token in its compact form, taken apart, not yet trusted.
 *
 * @param signed the part of the text that the signature covers
 * @param payload the claims, or whatever a token without {@code typ} holds
 * @param signature still encoded
 */
public record CompactToken(String signed, ObjectNode header, JsonNode payload, String signature) {

    /** Far above what any header of a request can carry. */
    private static final int MAX_LENGTH = 1 << 20;

    private static final Pattern FORM = Pattern.compile("(([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+))\\.([A-Za-z0-9_-]*)");

    /** Empty if the text is no token: wrong form, too long, header no JSON object, claims no JSON. */
    public static Optional<CompactToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            if (!(Json.parse(decode(parts.group(2))) instanceof ObjectNode header)) {
                return Optional.empty();
            }
            JsonNode payload = payload(decode(parts.group(3)), header);
            return Optional.of(new CompactToken(parts.group(1), header, payload, parts.group(4)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A part of a token. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The form with header and signature. */
    public ObjectNode complete() {
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("header", header)
                .<ObjectNode>set("payload", payload)
                .put("signature", signature);
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** Only a token that calls itself a JWT must hold JSON; any other may hold a text. */
    private static JsonNode payload(String text, ObjectNode header) throws JsonProcessingException {
        if (header.path("typ").asText("").equals("JWT")) {
            return Json.parse(text);
        }
        try {
            JsonNode json = Json.parse(text);
            return json.isContainerNode() ? json : TextNode.valueOf(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
