package org.camundaflows.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The names a path may start with, for example the entries of a data chain. */
@FunctionalInterface
public interface Scope {

    /** The value of the name, or {@link MissingNode} when there is none; a present {@code null} is a NullNode. */
    JsonNode get(String name);

    /** A scope over the members of one value. */
    static Scope of(JsonNode value) {
        return name -> JsonPath.member(value, name);
    }
}
