package org.camundaflows.store.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.sql.Row;

/**
 * A permission as it is stored, with its variables.
 *
 * @param action as permissions spell it
 * @param rule a filter, or NullNode
 * @param validation a filter, or NullNode
 * @param presets an object, or NullNode
 */
record PermissionRow(
        String collection, String action, JsonNode rule, List<String> fields, JsonNode validation, JsonNode presets) {

    PermissionRow {
        fields = List.copyOf(fields);
    }

    static PermissionRow of(Row row) {
        return new PermissionRow(
                row.textOrEmpty("collection"),
                row.textOrEmpty("action"),
                row.json("permissions"),
                row.list("fields"),
                row.json("validation"),
                row.json("presets"));
    }

    boolean isFor(String someCollection, Action someAction) {
        return collection.equals(someCollection) && action.equals(someAction.id());
    }

    /** @throws org.camundaflows.filter.FilterException if one of the filters is none */
    Permission resolve(DynamicVariables variables) {
        ObjectNode filled = Filter.fill(presets, variables) instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
        return new Permission(
                Filter.parse(rule, variables, Filter.Use.RULES),
                Set.copyOf(fields),
                Filter.parse(validation, variables, Filter.Use.RULES),
                filled);
    }
}
