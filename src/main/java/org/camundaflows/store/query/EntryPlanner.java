package org.camundaflows.store.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.query.sql.FieldChecks;
import org.camundaflows.store.query.sql.JsonPaths;
import org.camundaflows.store.query.sql.Link;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.camundaflows.store.schema.Relation;
import org.jspecify.annotations.Nullable;

/** Plans the members of the objects that a query gives (specification: items-query, section 2). */
final class EntryPlanner {

    /** More relations than any query has: what wildcards of many levels would grow to is refused. */
    private static final int MAX_RELATIONS = 1000;

    private static final int MAX_JSON_PATH = 20;
    private static final String JSON = "json(";

    private final Reading reading;
    private final FieldChecks checks;
    private final Planner planner;
    private final Wildcards wildcards;
    private int relations;

    EntryPlanner(Reading reading, FieldChecks checks, Planner planner) {
        this.reading = reading;
        this.checks = checks;
        this.planner = planner;
        this.wildcards = new Wildcards(reading);
    }

    List<Entry> plan(Planner.Place place, List<String> fields) {
        List<String> expanded = wildcards.expand(place.collection(), fields, place.query(), place.back());
        List<Entry> entries = new ArrayList<>();
        FieldRequest.group(expanded)
                .forEach((name, request) -> entry(place, name, request).ifPresent(entries::add));
        return entries;
    }

    private Optional<Entry> entry(Planner.Place place, String name, FieldRequest request) {
        String field = place.query().alias().path(name).asText(name);
        if (field.contains("(")) {
            return request.isNested() ? unknown(place, name, request) : function(place, name, field);
        }
        checks.use(place.path(), place.collection(), field);
        Relation reference =
                reading.schema().reference(place.collection().name(), field).orElse(null);
        if (reference != null && reference.isToAny() && request.isNested()) {
            return any(place, name, reference, request);
        }
        Optional<Link> link = Link.of(reading.schema(), place.collection(), field);
        if (link.isPresent() && link.get() instanceof Link.ToMany many) {
            return many(place, name, many, request);
        }
        if (!request.isNested()) {
            return place.collection()
                    .field(field)
                    .filter(known -> !known.isAlias())
                    .map(known -> new Entry.Value(name, known));
        }
        return link.isPresent() && link.get() instanceof Link.ToOne one
                ? one(place, name, one, request)
                : unknown(place, name, request);
    }

    /** Fields of what is no relation. */
    private Optional<Entry> unknown(Planner.Place place, String name, FieldRequest request) {
        String nested = request.nested().isEmpty() ? "" : "." + request.nested().get(0);
        checks.use(place.path(), place.collection(), name + nested);
        return Optional.empty();
    }

    private Optional<Entry> one(Planner.Place place, String name, Link.ToOne link, FieldRequest request) {
        if (!reading.access().reaches(link.target())) {
            return Optional.empty();
        }
        Query query = QueryReader.deep(place.query(), name);
        String back = place.query().backlink() ? null : link.relation().oneField();
        Planner.Place there = new Planner.Place(link.target(), query, longer(place.path(), name), back, null);
        return Optional.of(new Entry.One(name, link, planned(there, request.nested())));
    }

    private Optional<Entry> many(Planner.Place place, String name, Link.ToMany link, FieldRequest request) {
        if (!reading.access().reaches(link.target())) {
            return Optional.empty();
        }
        Query query = QueryReader.deep(place.query(), name);
        String back = place.query().backlink() ? null : link.relation().manyField();
        Planner.Place there = new Planner.Place(
                link.target(),
                query,
                longer(place.path(), name),
                back,
                link.relation().sortField());
        return Optional.of(new Entry.Many(name, link, planned(there, request.nested()), !request.isNested()));
    }

    private Optional<Entry> any(Planner.Place place, String name, Relation relation, FieldRequest request) {
        Map<String, Plan> targets = new LinkedHashMap<>();
        for (String collection : relation.allowed()) {
            CollectionSchema target = reading.schema().collection(collection).orElse(null);
            if (target != null && reading.access().reaches(target)) {
                String scope = name + ":" + collection;
                Query query = QueryReader.deep(place.query(), scope);
                List<String> path = longer(place.path(), scope);
                Planner.Place there = new Planner.Place(target, query, path, null, null);
                targets.put(collection, planned(there, request.of(collection)));
            }
        }
        FieldSchema field = place.collection().field(relation.manyField()).orElse(null);
        return field == null || field.isAlias()
                ? Optional.empty()
                : Optional.of(new Entry.Any(name, relation, field, targets));
    }

    private Plan planned(Planner.Place there, List<String> fields) {
        if (++relations > MAX_RELATIONS) {
            throw ItemErrors.invalidQuery("Max relational depth exceeded");
        }
        return planner.plan(there, fields);
    }

    private Optional<Entry> function(Planner.Place place, String name, String text) {
        if (text.startsWith(JSON) && text.endsWith(")")) {
            return json(place, text, name.equals(text) ? null : name);
        }
        FieldPath path = new FieldPath(List.of(text));
        FieldFunction function = path.function().orElse(null);
        if (function == null) {
            checks.use(place.path(), place.collection(), text);
            return Optional.empty();
        }
        String field = place.query().alias().path(path.field()).asText(path.field());
        checks.useValue(place.path(), place.collection(), field);
        boolean isOutOfReach = Link.of(reading.schema(), place.collection(), field)
                .map(link -> !reading.access().reaches(link.target()))
                .orElse(false);
        String result = name.equals(text) ? path.field() + "_" + function.id() : name;
        return isOutOfReach
                ? Optional.empty()
                : place.collection().field(field).map(known -> new Entry.Computed(result, function, known));
    }

    private Optional<Entry> json(Planner.Place place, String text, @Nullable String name) {
        String inner = text.substring(JSON.length(), text.length() - 1);
        int comma = inner.indexOf(',');
        String field = (comma < 0 ? inner : inner.substring(0, comma)).strip();
        String path = comma < 0 ? "" : inner.substring(comma + 1).strip();
        checks.useValue(place.path(), place.collection(), field);
        Optional<FieldSchema> known = place.collection().field(field);
        if (known.isPresent() && known.get().type() != FieldType.JSON) {
            checks.later(() -> ItemErrors.invalidQuery("Invalid function specified \"json\""));
        }
        List<String> keys = JsonPaths.keys(path, MAX_JSON_PATH);
        String result = name == null ? field + "_" + String.join("_", keys) + "_json" : name;
        return known.map(schema -> new Entry.JsonPart(result, schema, keys));
    }

    private static List<String> longer(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
