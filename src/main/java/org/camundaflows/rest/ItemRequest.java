package org.camundaflows.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request for items.
 *
 * @param key of one item, as it stands in the path; null for the collection
 */
record ItemRequest(String collection, @Nullable String key, HttpServletRequest request) {

    String method() {
        return request.getMethod();
    }

    String path() {
        return request.getRequestURI();
    }
}
