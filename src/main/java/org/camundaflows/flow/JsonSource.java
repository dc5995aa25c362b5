package org.camundaflows.flow;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON with the name of where it comes from, kept inside the limits. */
record JsonSource(@Nullable String name, JsonNode json) {

    private static final int LONGEST_FAULT = 300;
    private static final String START = "line 1, column 1";

    static JsonSource of(String text, @Nullable String name, FlowLimits limits) {
        if (text.length() > limits.characters()) {
            throw tooLong(name, limits, text.length() + " characters");
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            return of(JsonText.parse(content), name, limits);
        } catch (JsonProcessingException e) {
            throw new FlowReadException(name, place(e.getLocation()), "JSON", fault(e));
        }
    }

    static JsonSource of(JsonNode json, @Nullable String name, FlowLimits limits) {
        checkDepth(json, Place.ROOT, limits.depth(), name, limits);
        return new JsonSource(name, json);
    }

    static JsonSource of(Path file, FlowLimits limits) {
        String name = file.toString();
        try {
            // a character has at most three bytes, those of four make two characters
            if (Files.size(file) > 3L * limits.characters()) {
                throw tooLong(name, limits, Files.size(file) + " bytes");
            }
            byte[] bytes = Files.readAllBytes(file);
            return of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    name,
                    limits);
        } catch (CharacterCodingException e) {
            throw new FlowReadException(name, START, "text in UTF-8", "other bytes");
        } catch (IOException e) {
            throw new FlowReadException(
                    name, START, "a readable file", e.getClass().getSimpleName());
        }
    }

    FlowReadException refuse(Place place, String expected, JsonNode found) {
        return refuse(place, expected, Shown.value(found));
    }

    FlowReadException refuse(Place place, String expected, String found) {
        return new FlowReadException(name, place.toString(), expected, found);
    }

    /** Refuses a value at {@code place} that is nested deeper than {@code left} levels. */
    static void checkDepth(JsonNode value, Place place, int left, @Nullable String name, FlowLimits limits) {
        if (!value.isContainerNode()) {
            return;
        }
        if (left == 0) {
            throw new FlowReadException(name, place.toString(), "at most " + limits.depth() + " levels", "more");
        }
        int index = 0;
        for (JsonNode element : value) {
            if (element.isContainerNode() && value.isArray()) {
                checkDepth(element, place.element(index), left - 1, name, limits);
            }
            index++;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            checkDepth(member.getValue(), place.member(member.getKey()), left - 1, name, limits);
        }
    }

    private static FlowReadException tooLong(@Nullable String name, FlowLimits limits, String found) {
        return new FlowReadException(name, START, "at most " + limits.characters() + " characters", found);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? START : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String fault(JsonProcessingException e) {
        return e instanceof StreamConstraintsException
                ? "JSON beyond the limits of depth or length"
                : Shown.cut(e.getOriginalMessage().lines().findFirst().orElse(""), LONGEST_FAULT);
    }
}
