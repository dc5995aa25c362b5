package org.camundaflows.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How deep and how large a value of a run may be: everything walks through values by calling itself, and a value that
 * holds another one several times is small in memory but large when it is written.
 */
public final class ValueBounds {

    /** Levels of objects and arrays in a text from outside. */
    public static final int READ_DEPTH = 500;

    /** Levels in a value of a run: what is read, and what triggers and operations wrap around it. */
    public static final int DEPTH = READ_DEPTH + 12;

    /**
     * Characters of a value; each of its parts counts as {@link #PART}. A sixteenth of the heap in bytes, as a run holds
     * several copies at times, but never more than 128 million.
     */
    public static final int SIZE = size(Runtime.getRuntime().maxMemory());

    private static final int PART = 16;
    private static final int SMALLEST_SIZE = 8_000_000;
    private static final int LARGEST_SIZE = 128_000_000;

    private int left = SIZE;

    private ValueBounds() {}

    static int size(long heap) {
        return (int) Math.max(SMALLEST_SIZE, Math.min(LARGEST_SIZE, heap / 16));
    }

    /**
     * Whether a value is beyond the bounds.
     *
     * @param name what the value is, as the subject of a sentence
     * @return a {@code RangeError}, or null when the value is inside
     */
    public static @Nullable ErrorValue excess(String name, JsonNode value) {
        ValueBounds bounds = new ValueBounds();
        if (bounds.isDeeper(value, DEPTH)) {
            return error(name + " has more than " + DEPTH + " levels of objects and arrays");
        }
        return bounds.left < 0 ? error(name + " is larger than " + SIZE + " characters") : null;
    }

    private static ErrorValue error(String message) {
        return ErrorValue.plain("RangeError", message);
    }

    /** Also weighs the value; stops where it is too heavy. */
    private boolean isDeeper(JsonNode value, int levels) {
        if (!value.isContainerNode()) {
            return isLeafDeeper(value, levels);
        }
        left -= PART;
        if (levels == 0) {
            return true;
        }
        return value.isArray() ? hasDeeperElement(value, levels - 1) : hasDeeperMember(value, levels - 1);
    }

    private boolean hasDeeperElement(JsonNode array, int levels) {
        for (JsonNode element : array) {
            if (left < 0) {
                return false;
            }
            if (isDeeper(element, levels)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasDeeperMember(JsonNode object, int levels) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (left < 0) {
                return false;
            }
            left -= member.getKey().length();
            if (isDeeper(member.getValue(), levels)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeafDeeper(JsonNode leaf, int levels) {
        left -= PART;
        if (leaf.isTextual()) {
            left -= Math.min(leaf.textValue().length(), SIZE + 1);
            return false;
        }
        return leaf instanceof POJONode pojo && pojo.getPojo() instanceof ErrorValue error && isDeeper(error, levels);
    }

    private boolean isDeeper(ErrorValue error, int levels) {
        left -= Math.min(error.message().length(), SIZE + 1);
        return (error.extensions() != null && (levels == 0 || isDeeper(error.extensions(), levels - 1)))
                || (!error.own().isEmpty() && isDeeper(error.own(), levels));
    }
}
