package org.camundaflows.filter;

import java.util.List;

/**
 * Something wrong with a filter.
 *
 * @param path the keys and indexes that lead to it, from the outside in; empty for the filter as a whole
 * @param message what is wrong and what to write instead, for people
 */
public record FilterProblem(List<String> path, String message) {
    public FilterProblem {
        path = List.copyOf(path);
    }
}
