package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.filter.Filter;
import org.camundaflows.filter.FilterException;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.query.sql.FieldChecks;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.jspecify.annotations.Nullable;

/** Finds everything that a query names in the data model, and checks that the caller may read it. */
final class Planner {

    private final Reading reading;
    private final QueryLimits limits;
    private final FieldChecks checks;
    private final EntryPlanner entries;
    private final TotalsReader totals;

    Planner(Reading reading, QueryLimits limits) {
        this.reading = reading;
        this.limits = limits;
        this.checks = new FieldChecks(reading);
        this.entries = new EntryPlanner(reading, checks, this);
        this.totals = new TotalsReader(checks);
    }

    /**
     * @param withEntries whether the fields of the query matter
     * @throws org.camundaflows.store.error.ItemException {@code FORBIDDEN} for what is not there or not readable, {@code
     *     INVALID_QUERY} for what makes no sense
     */
    Plan plan(String name, Query query, boolean withEntries) {
        checks.use(List.of(), name);
        CollectionSchema collection =
                reading.schema().collection(name).orElseThrow(() -> ItemErrors.forbiddenCollection(name, List.of()));
        if (!collection.active() && reading.access().grants(collection, collection.primaryKey())) {
            throw ItemErrors.inactive(name);
        }
        if (!reading.access().reaches(collection)) {
            throw ItemErrors.forbiddenCollection(name, List.of());
        }
        List<String> fields = query.fields().isEmpty() ? List.of("*") : query.fields();
        Place place = new Place(collection, query, List.of(), null, null);
        Plan plan = plan(place, withEntries ? fields : List.of());
        checks.verify();
        return plan;
    }

    /**
     * Where in a query.
     *
     * @param path relations it is reached through
     * @param back the field that leads back, when wildcards leave it out
     * @param sortField orders items unless the query does
     */
    record Place(
            CollectionSchema collection,
            Query query,
            List<String> path,
            @Nullable String back,
            @Nullable String sortField) {}

    Plan plan(Place place, List<String> fields) {
        CollectionSchema collection = place.collection();
        Query query = place.query();
        Totals sums = query.isAggregate() ? totals.read(collection, query, place.path()) : null;
        checks.use(place.path(), collection.name());
        return new Plan(
                collection,
                sums == null && !fields.isEmpty() ? entries.plan(place, fields) : List.of(),
                filter(place, query.filter()),
                search(query),
                sums == null ? sort(place) : groupSort(place, sums),
                Bounds.of(query, limits),
                sums);
    }

    private static @Nullable String search(Query query) {
        String search = query.search() == null ? "" : query.search().strip();
        return search.isEmpty() ? null : search;
    }

    private Filter filter(Place place, JsonNode json) {
        Filter filter;
        try {
            filter = Filter.parse(json, reading.rights().variables(), Filter.Use.RULES);
        } catch (FilterException e) {
            throw ItemErrors.invalidQuery(e.error().message());
        }
        checks.use(place.path(), place.collection(), filter);
        return filter;
    }

    private List<SortKey> sort(Place place) {
        List<SortKey> keys = new ArrayList<>();
        for (String text : place.query().sort()) {
            SortKey key = SortKey.of(text);
            checks.useValue(place.path(), place.collection(), key.path());
            keys.add(key);
        }
        CollectionSchema collection = place.collection();
        String standard = place.sortField() == null ? collection.sortField() : place.sortField();
        if (keys.isEmpty() && standard != null && isSortable(collection, standard)) {
            keys.add(SortKey.of(standard));
        }
        FieldPath key = new FieldPath(List.of(collection.primaryKey()));
        if (keys.stream().noneMatch(sorted -> sorted.path().equals(key))) {
            if (!keys.isEmpty()) {
                created(collection).ifPresent(field -> keys.add(SortKey.of(field)));
            }
            keys.add(new SortKey(key, false));
        }
        return keys;
    }

    /** What tells the order of creation among equals, where the key does not. */
    private Optional<String> created(CollectionSchema collection) {
        Column key = collection.key().column();
        return key != null && key.autoIncrement()
                ? Optional.empty()
                : collection.fields().values().stream()
                        .filter(field -> field.has("date-created"))
                        .map(FieldSchema::name)
                        .filter(field -> isSortable(collection, field))
                        .findFirst();
    }

    /** A default order must not tell what the caller may not read. */
    private boolean isSortable(CollectionSchema collection, String field) {
        return collection.field(field).map(known -> !known.isAlias()).orElse(false)
                && reading.access().grants(collection, field);
    }

    /** The terms that are neither groups nor totals are refused when the order is made. */
    private static List<SortKey> groupSort(Place place, Totals sums) {
        return place.query().sort().isEmpty()
                ? sums.groups().stream().map(group -> new SortKey(group, false)).toList()
                : place.query().sort().stream().map(SortKey::of).toList();
    }
}
