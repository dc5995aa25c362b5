package org.camundaflows.operations.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a template hands to the layout around it, during one rendering. A template that names a layout only fills the
 * layout's blocks; the innermost template's blocks win.
 */
final class Layout {

    /** The variable that carries it; no template can write this name. */
    static final String VARIABLE = " layout";

    private static final String UNNAMED = "";

    private final Map<String, String> blocks = new HashMap<>();
    private @Nullable String parent;
    private int depth;

    /** The layout that the template rendered last asked for; null for none. */
    @Nullable
    String parent() {
        return parent;
    }

    void extend(String name) {
        parent = name;
    }

    /**
     * Goes on with the layout.
     *
     * @param outside what the template printed outside its blocks; fills the layout's unnamed block
     * @return the layout's name
     */
    String enterParent(String outside) {
        blocks.putIfAbsent(UNNAMED, outside);
        String name = Objects.requireNonNull(parent);
        parent = null;
        return name;
    }

    /** What a block prints where it stands. */
    String block(String name, Supplier<String> content) {
        boolean keep = parent != null && depth == 0;
        depth++;
        try {
            String html = blocks.containsKey(name) ? blocks.getOrDefault(name, "") : content.get();
            if (keep) {
                blocks.put(name, html);
            }
            return keep ? "" : html;
        } finally {
            depth--;
        }
    }
}
