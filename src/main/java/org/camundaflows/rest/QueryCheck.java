package org.camundaflows.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.store.query.QueryRules;
import org.camundaflows.trigger.Refusal;

/** Checks query parameters that have a meaning of their own on every route (specification: triggers, section 3). */
final class QueryCheck {

    private QueryCheck() {}

    /** @throws Refusal {@code INVALID_QUERY} for the first wrong one */
    static void check(ObjectNode query) {
        QueryRules.problem(query).ifPresent(problem -> {
            throw Refusal.invalidQuery(problem);
        });
    }
}
