package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, shown as a JSON path such as {@code $.operations[2].options["a b"]}. */
final class Place {

    static final Place ROOT = new Place(null, null, -1);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final int LONGEST_NAME = 100;

    private final @Nullable Place parent;
    private final @Nullable String member;
    private final int element;

    private Place(@Nullable Place parent, @Nullable String member, int element) {
        this.parent = parent;
        this.member = member;
        this.element = element;
    }

    Place member(String name) {
        return new Place(this, name, -1);
    }

    Place element(int index) {
        return new Place(this, null, index);
    }

    /** The place that a list of names leads to inside {@code value}, which stands here. */
    Place inside(JsonNode value, List<String> names) {
        Place place = this;
        JsonNode current = value;
        for (String name : names) {
            if (current.isArray() && name.matches("\\d{1,9}")) {
                int index = Integer.parseInt(name);
                place = place.element(index);
                current = current.path(index);
            } else {
                place = place.member(name);
                current = current.path(name);
            }
        }
        return place;
    }

    @Override
    public String toString() {
        Deque<Place> places = new ArrayDeque<>();
        for (Place place = this; place != null; place = place.parent) {
            places.push(place);
        }
        StringBuilder text = new StringBuilder();
        places.forEach(place -> place.appendTo(text));
        return text.toString();
    }

    private void appendTo(StringBuilder text) {
        if (parent == null) {
            text.append('$');
        } else if (member == null) {
            text.append('[').append(element).append(']');
        } else if (PLAIN.matcher(member).matches()) {
            text.append('.').append(member);
        } else {
            text.append('[').append(Shown.quoted(member, LONGEST_NAME)).append(']');
        }
    }
}
