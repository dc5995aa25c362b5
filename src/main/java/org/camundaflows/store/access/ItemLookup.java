package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks items up for variables such as {@code $CURRENT_USER.department.name}, whoever asks. */
@FunctionalInterface
public interface ItemLookup {

    /**
     * One field of several items, with full access and unheard.
     *
     * @param path a field, or the fields of relations that lead to one
     * @return an array of objects that hold the path; items that are not there are left out
     */
    JsonNode read(String collection, List<String> keys, String path);
}
