package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.camundaflows.store.query.sql.KeyLists;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectJoinStep;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;

/** Sums items up (specification: items-query, section 4). */
final class TotalsRunner {

    private final Reading reading;
    private final Rows rows;

    TotalsRunner(Reading reading, Rows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    List<ObjectNode> all(Plan plan, Totals totals) {
        Source source = reading.source(plan.collection());
        TotalsColumns columns = new TotalsColumns(reading, source, totals, null);
        SelectLimitStep<?> select = select(columns, rows.found(source, plan), plan);
        List<ObjectNode> results = new ArrayList<>();
        rows.fetch(Rows.bounded(select, plan.bounds()), row -> results.add(columns.result(row)));
        return results;
    }

    /** The same for the items that refer to each of these keys; bounds hold for each. */
    void byReference(Plan plan, Totals totals, String reference, List<String> keys, BiConsumer<String, JsonNode> add) {
        Source source = reading.source(plan.collection());
        Field<?> owner = source.column(reference);
        TotalsColumns columns = new TotalsColumns(reading, source, totals, owner);
        Condition wanted = KeyLists.in(owner, keys).and(rows.found(source, plan));
        PerOwner counted = new PerOwner(plan.bounds());
        rows.fetch(select(columns, wanted, plan), row -> {
            String key = Objects.requireNonNull(row.getString(columns.owner()));
            ObjectNode result = columns.result(row);
            if (counted.isWithin(key)) {
                add.accept(key, result);
            }
        });
    }

    private SelectLimitStep<?> select(TotalsColumns columns, Condition wanted, Plan plan) {
        SelectJoinStep<?> select =
                reading.database().sql().select(columns.columns()).from(columns.table(wanted));
        List<SortField<?>> order = columns.order(plan.sort());
        return columns.groups().isEmpty()
                ? select.orderBy(order)
                : select.groupBy(columns.groups()).orderBy(order);
    }
}
