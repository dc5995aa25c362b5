package org.camundaflows.store.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.schema.CollectionSchema;
import org.jspecify.annotations.Nullable;

/** Replaces wildcards by the fields that the caller may read. */
final class Wildcards {

    private static final String ALL = "*";

    private final Reading reading;

    Wildcards(Reading reading) {
        this.reading = reading;
    }

    /** @param back the field that leads back to where the query came from, when wildcards leave it out */
    List<String> expand(CollectionSchema collection, List<String> fields, Query query, @Nullable String back) {
        Set<String> expanded = new LinkedHashSet<>();
        for (String field : fields) {
            if (field.equals(ALL)) {
                expanded.addAll(readable(collection, query, back));
            } else if (field.startsWith(ALL + ".")) {
                expanded.addAll(relationsFirst(collection, query, back, field.substring(ALL.length())));
            } else {
                expanded.add(field);
            }
        }
        return new ArrayList<>(expanded);
    }

    private List<String> readable(CollectionSchema collection, Query query, @Nullable String back) {
        List<String> names = new ArrayList<>();
        for (String name : collection.fields().keySet()) {
            if (!name.equals(back) && reading.access().grants(collection, name)) {
                names.add(name);
            }
        }
        query.alias().properties().forEach(alias -> {
            if (reading.access().grants(collection, alias.getValue().asText())) {
                names.add(alias.getKey());
            }
        });
        return names;
    }

    private List<String> relationsFirst(
            CollectionSchema collection, Query query, @Nullable String back, String further) {
        List<String> related = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String name : readable(collection, query, back)) {
            if (isRelation(collection, query.alias().path(name).asText(name))) {
                related.add(name + further);
            } else {
                plain.add(name);
            }
        }
        related.addAll(plain);
        return related;
    }

    private boolean isRelation(CollectionSchema collection, String field) {
        return reading.schema().reference(collection.name(), field).isPresent()
                || reading.schema().list(collection.name(), field).isPresent();
    }
}
