package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation with its place in the flow.
 *
 * @param index its position in the flow's list of operations
 */
record Step(int index, FlowOperation operation, Place place) {

    String key() {
        return operation.key();
    }

    /** A member as written, or missing. */
    JsonNode member(String name) {
        return operation.json().path(name);
    }

    Place option(String name) {
        return place.member("options").member(name);
    }

    /** As messages name it: by key, by id where the key is empty. */
    String shown() {
        return Shown.quoted(key().isEmpty() ? operation.id() : key());
    }
}
