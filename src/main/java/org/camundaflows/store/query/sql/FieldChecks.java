package org.camundaflows.store.query.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;

/**
 * Collects which fields of which collections a query uses, and then checks all of them: those that are not there and those
 * the caller may not read are told alike.
 */
public final class FieldChecks {

    private final Reading reading;
    private final Map<Place, Set<String>> used = new LinkedHashMap<>();
    private final Map<Place, Set<String>> secret = new LinkedHashMap<>();
    private final List<Supplier<ItemException>> later = new ArrayList<>();

    /** Where in a query, and in which collection. */
    private record Place(List<String> path, String collection) {}

    public FieldChecks(Reading reading) {
        this.reading = reading;
    }

    /** A collection is used, whichever fields of it. */
    public void use(List<String> path, String collection) {
        used.computeIfAbsent(new Place(List.copyOf(path), collection), place -> new LinkedHashSet<>());
    }

    public void use(List<String> path, CollectionSchema collection, String field) {
        used.computeIfAbsent(new Place(List.copyOf(path), collection.name()), place -> new LinkedHashSet<>())
                .add(field);
    }

    /** A field whose value orders, groups or sums up: concealed values must not show through that. */
    public void useValue(List<String> path, CollectionSchema collection, String field) {
        use(path, collection, field);
        if (collection.field(field).map(FieldSchema::isConcealed).orElse(false)) {
            secret.computeIfAbsent(new Place(List.copyOf(path), collection.name()), place -> new LinkedHashSet<>())
                    .add(field);
        }
    }

    /** Something is wrong with the query; told when all its fields may be read. */
    public void later(Supplier<ItemException> problem) {
        later.add(problem);
    }

    /** All fields of a filter. */
    public void use(List<String> path, CollectionSchema collection, Filter filter) {
        if (filter instanceof Filter.And and) {
            and.members().forEach(member -> use(path, collection, member));
        } else if (filter instanceof Filter.Or or) {
            or.members().forEach(member -> use(path, collection, member));
        } else if (filter instanceof Filter.Rule rule) {
            walk(path, collection, rule.field(), false);
        } else if (filter instanceof Filter.Presence presence) {
            walk(path, collection, presence.field(), false);
        } else if (filter instanceof Filter.Related related) {
            walk(path, collection, related.field(), false).ifPresent(last -> follow(last, related));
        }
    }

    private void follow(Walk last, Filter.Related related) {
        String field = related.field().key();
        Link.of(reading.schema(), last.collection(), field).ifPresent(link -> {
            List<String> further = append(last.path(), field);
            use(further, link.target().name());
            use(further, link.target(), related.filter());
        });
    }

    /** A path that orders, groups or sums up. */
    public void useValue(List<String> path, CollectionSchema collection, FieldPath field) {
        walk(path, collection, field, true);
    }

    private record Walk(List<String> path, CollectionSchema collection) {}

    /** @return where the last field is; empty when a step before it leads nowhere */
    private Optional<Walk> walk(List<String> path, CollectionSchema collection, FieldPath field, boolean isValue) {
        Walk at = new Walk(path, collection);
        for (String segment : field.parents()) {
            use(at.path(), at.collection(), bare(segment));
            Optional<Link> link = Link.of(reading.schema(), at.collection(), segment);
            if (link.isEmpty()) {
                // what cannot be followed is as unknown as a field that is not there
                missing(at, segment);
                return Optional.empty();
            }
            at = new Walk(append(at.path(), segment), link.get().target());
            use(at.path(), at.collection().name());
        }
        last(at, field, isValue);
        return Optional.of(at);
    }

    private void missing(Walk at, String segment) {
        secret.computeIfAbsent(
                        new Place(List.copyOf(at.path()), at.collection().name()), place -> new LinkedHashSet<>())
                .add(bare(segment));
    }

    private void last(Walk at, FieldPath field, boolean isValue) {
        String name = bare(field.field());
        if (isValue || field.function().isPresent()) {
            useValue(at.path(), at.collection(), name);
        } else {
            use(at.path(), at.collection(), name);
        }
        // what is counted or compared are the keys of the other side
        Link.of(reading.schema(), at.collection(), field.field())
                .filter(link -> !(link instanceof Link.ToOne))
                .ifPresent(link ->
                        use(append(at.path(), field.field()), link.target().name()));
    }

    private static String bare(String segment) {
        int colon = segment.indexOf(':');
        return colon < 0 ? segment : segment.substring(0, colon);
    }

    private static List<String> append(List<String> path, String segment) {
        List<String> longer = new ArrayList<>(path);
        longer.add(segment);
        return longer;
    }

    /** @throws ItemException {@code FORBIDDEN} for the first place with fields out of reach */
    public void verify() {
        used.forEach(this::verify);
        later.stream().findFirst().ifPresent(problem -> {
            throw problem.get();
        });
    }

    private void verify(Place place, Set<String> fields) {
        CollectionSchema collection = reading.schema()
                .collection(place.collection())
                .filter(reading.access()::reaches)
                .orElseThrow(() -> ItemErrors.forbiddenCollection(place.collection(), place.path()));
        Set<String> hidden = secret.getOrDefault(place, Set.of());
        List<String> denied = fields.stream()
                .filter(field -> hidden.contains(field)
                        || collection.field(field).isEmpty()
                        || !reading.access().grants(collection, field))
                .toList();
        if (!denied.isEmpty()) {
            throw ItemErrors.forbiddenFields(place.collection(), denied, place.path());
        }
    }
}
