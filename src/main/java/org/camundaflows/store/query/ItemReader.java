package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.ZoneId;
import java.util.List;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.sql.Database;

/**
 * Reads items (specification: items-query, sections 1 to 4; filters, part B; access, section 4). A read takes one statement,
 * and one more for each relation that its fields follow, however many items there are.
 *
 * <p>All methods throw {@link org.camundaflows.store.error.ItemException}: {@code FORBIDDEN} for collections and fields that
 * are not there or that the caller may not read, whether they are shown, filtered, sorted, grouped or summed up; {@code
 * INVALID_QUERY} for operators and functions that a field lacks and values that it does not take.
 */
public final class ItemReader {

    private final Database database;
    private final SchemaSource schemas;
    private final ZoneId zone;
    private final QueryLimits limits;

    /** @param zone the zone of times that name none */
    public ItemReader(Database database, SchemaSource schemas, ZoneId zone, QueryLimits limits) {
        this.database = database;
        this.schemas = schemas;
        this.zone = zone;
        this.limits = limits;
    }

    /** The items found, in their order, as objects with the fields asked for; rows of results when the query aggregates. */
    public ArrayNode read(String collection, Query query, Rights rights) {
        Reading reading = reading(rights);
        Plan plan = new Planner(reading, limits).plan(collection, query, true);
        return new PlanRunner(reading).read(plan);
    }

    /** The primary keys of the items found, in their order; fields do not matter. */
    public List<JsonNode> keys(String collection, Query query, Rights rights) {
        Reading reading = reading(rights);
        Plan plan = new Planner(reading, limits).plan(collection, query, false);
        return new PlanRunner(reading).keys(plan);
    }

    /** How many items the filter and the search of a query find, whatever its limit. */
    public long count(String collection, Query query, Rights rights) {
        Reading reading = reading(rights);
        Plan plan = new Planner(reading, limits).plan(collection, query, false);
        return new PlanRunner(reading).count(plan);
    }

    private Reading reading(Rights rights) {
        return new Reading(database, schemas.current(), rights, zone);
    }
}
