package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;

/** What the variables in operands stand for (specification: filters, section 1). */
public interface DynamicVariables {

    /** The moment of {@code $NOW}. */
    Instant now();

    /** The zone in which {@code $NOW(…)} counts days, months and years. */
    ZoneId zone();

    /**
     * The value of a variable that begins with {@code $CURRENT_}, dotted forms such as {@code $CURRENT_USER.email}
     * included; NullNode when there is none.
     */
    JsonNode current(String name);
}
