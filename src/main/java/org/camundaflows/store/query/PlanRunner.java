package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;

/** Reads what a plan asks for. */
final class PlanRunner {

    private final Reading reading;
    private final Rows rows;

    PlanRunner(Reading reading) {
        this.reading = reading;
        this.rows = new Rows(reading);
    }

    ArrayNode read(Plan plan) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        if (plan.bounds().isNothing()) {
            return result;
        }
        if (plan.totals() != null) {
            new TotalsRunner(reading, rows).all(plan, plan.totals()).forEach(result::add);
            return result;
        }
        List<Row> found = rows.all(plan);
        new RelationReader(reading, rows).relate(plan, found);
        found.forEach(row -> result.add(row.item()));
        return result;
    }

    List<JsonNode> keys(Plan plan) {
        if (plan.bounds().isNothing()) {
            return List.of();
        }
        return rows.all(KeysPlan.of(plan)).stream()
                .map(row -> KeysPlan.key(plan, row.item()))
                .toList();
    }

    long count(Plan plan) {
        Source source = reading.source(plan.collection());
        return reading.database().sql().fetchCount(source.table(), rows.found(source, plan));
    }
}
