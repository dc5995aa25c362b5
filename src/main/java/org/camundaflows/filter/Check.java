package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Tests one value that is present. */
@FunctionalInterface
interface Check {

    /** Holds for every value. */
    Check ANYTHING = value -> List.of();

    /**
     * What does not hold; empty when all does.
     *
     * @throws FilterException if the test cannot be done
     */
    List<Violation> violations(JsonNode value);
}
