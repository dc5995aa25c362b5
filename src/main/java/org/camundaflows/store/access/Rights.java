package org.camundaflows.store.access;

import java.util.List;
import org.camundaflows.filter.DynamicVariables;

/** What one caller may do, and what dynamic variables stand for on their behalf. Valid for one request. */
public interface Rights {

    /** Whether there is nothing to check: administrators, {@code $full} and the system itself. */
    boolean unrestricted();

    /**
     * The permissions for a collection and action; they combine as alternatives. Empty when nothing is allowed. Not asked
     * for when {@link #unrestricted()}.
     */
    List<Permission> permissions(String collection, Action action);

    /** For filters of queries, rules and validations. */
    DynamicVariables variables();
}
