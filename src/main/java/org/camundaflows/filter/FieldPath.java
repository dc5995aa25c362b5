package org.camundaflows.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The field a rule is about.
 *
 * @param segments the keys from the outside in, as written; the last may be a function such as {@code year(date)}.
 *     Empty only while parsing
 */
public record FieldPath(List<String> segments) {

    static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        segments = List.copyOf(segments);
    }

    boolean isRoot() {
        return segments.isEmpty();
    }

    FieldPath child(String key) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(key);
        return new FieldPath(longer);
    }

    /** The keys that lead to the object with the field. */
    public List<String> parents() {
        return segments.subList(0, segments.size() - 1);
    }

    /** The last key, as written. */
    public String key() {
        return segments.get(segments.size() - 1);
    }

    /** The function the last key applies, if it is a known one. */
    public Optional<FieldFunction> function() {
        String key = key();
        int open = key.indexOf('(');
        return open > 0 && key.endsWith(")") ? FieldFunction.find(key.substring(0, open)) : Optional.empty();
    }

    /** The name of the field itself, without a function. */
    public String field() {
        String key = key();
        return function().isPresent() ? key.substring(key.indexOf('(') + 1, key.length() - 1) : key;
    }
}
