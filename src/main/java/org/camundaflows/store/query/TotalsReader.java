package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.query.sql.FieldChecks;
import org.camundaflows.store.query.sql.ValuePaths;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;

/** Reads what a query aggregates. */
final class TotalsReader {

    private final FieldChecks checks;

    TotalsReader(FieldChecks checks) {
        this.checks = checks;
    }

    /** @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} for functions there are none of */
    Totals read(CollectionSchema collection, Query query, List<String> path) {
        List<Totals.Total> totals = new ArrayList<>();
        query.aggregate().properties().forEach(entry -> {
            AggregateFunction function = AggregateFunction.find(entry.getKey())
                    .orElseThrow(
                            () -> ItemErrors.invalidQuery("Invalid aggregate function \"" + entry.getKey() + "\""));
            totals.addAll(totals(collection, function, entry.getValue(), path));
        });
        List<FieldPath> groups = new ArrayList<>();
        for (String group : query.groupBy()) {
            FieldPath field = new FieldPath(ValuePaths.split(group));
            if (!field.parents().isEmpty()) {
                throw ItemErrors.invalidQuery("Items cannot be grouped by \"" + group + "\"");
            }
            checks.useValue(path, collection, field);
            groups.add(field);
        }
        return new Totals(totals, groups);
    }

    private List<Totals.Total> totals(
            CollectionSchema collection, AggregateFunction function, JsonNode fields, List<String> path) {
        List<Totals.Total> totals = new ArrayList<>();
        for (String field : Texts.list(fields)) {
            if (field.equals(Totals.ALL)) {
                if (!function.counts()) {
                    throw ItemErrors.invalidQuery("\"" + function.key() + "\" needs the name of a field");
                }
            } else {
                check(collection, function, field, path);
            }
            totals.add(new Totals.Total(function, field));
        }
        return totals;
    }

    private void check(CollectionSchema collection, AggregateFunction function, String field, List<String> path) {
        if (function.counts()) {
            checks.use(path, collection, field);
        } else {
            checks.useValue(path, collection, new FieldPath(List.of(field)));
        }
        FieldSchema schema = collection.field(field).orElse(null);
        if (schema != null
                && (schema.isAlias()
                        || (function.isOfNumbers() && !schema.type().isNumeric()))) {
            checks.later(() -> ItemErrors.invalidQuery("\"" + schema.type().id()
                    + "\" field type does not contain the \"" + function.key() + "\" aggregate function"));
        }
    }
}
