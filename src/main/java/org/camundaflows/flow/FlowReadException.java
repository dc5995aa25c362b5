package org.camundaflows.flow;

import org.jspecify.annotations.Nullable;

/** A text or file that holds no flows. The message names source, place and what was expected. */
public final class FlowReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String source;
    private final String place;
    private final String expected;

    FlowReadException(@Nullable String source, String place, String expected, String found) {
        super((source == null ? "" : source + ", ") + place + ": expected " + expected + ", found " + found);
        this.source = source;
        this.place = place;
        this.expected = expected;
    }

    /** The file, or what the caller called the text; null when it has no name. */
    public @Nullable String source() {
        return source;
    }

    /** {@code line 3, column 5} for a text that is no JSON, else a JSON path such as {@code $.data[0].operations}. */
    public String place() {
        return place;
    }

    public String expected() {
        return expected;
    }
}
