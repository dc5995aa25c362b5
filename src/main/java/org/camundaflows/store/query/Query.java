package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of items (specification: items-query, section 1). Nothing in it is checked against a data model.
 *
 * @param fields empty when not given
 * @param filter a filter as it was written, or NullNode
 * @param sort empty when not given
 * @param limit null for the default, -1 for all
 * @param search null when not given
 * @param aggregate functions with the fields they are applied to; empty when nothing is aggregated
 * @param groupBy empty when nothing is grouped
 * @param deep queries of relations, by field
 * @param alias names of fields, by the name that results use
 * @param backlink whether wildcards follow a relation back to where they came from
 */
public record Query(
        List<String> fields,
        JsonNode filter,
        List<String> sort,
        @Nullable Integer limit,
        @Nullable Integer offset,
        @Nullable Integer page,
        @Nullable String search,
        ObjectNode aggregate,
        List<String> groupBy,
        ObjectNode deep,
        ObjectNode alias,
        boolean backlink) {

    /** All readable items with the default limit, all fields of each. */
    public static final Query DEFAULT = new Query(
            List.of(),
            NullNode.getInstance(),
            List.of(),
            null,
            null,
            null,
            null,
            JsonNodeFactory.instance.objectNode(),
            List.of(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.objectNode(),
            true);

    public Query {
        fields = List.copyOf(fields);
        sort = List.copyOf(sort);
        groupBy = List.copyOf(groupBy);
    }

    public boolean isAggregate() {
        return !aggregate.isEmpty() || !groupBy.isEmpty();
    }
}
