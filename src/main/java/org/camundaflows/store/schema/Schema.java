package org.camundaflows.store.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data model at one moment. Immutable. The tables of the engine are never part of it. */
public record Schema(Map<String, CollectionSchema> collections, List<Relation> relations) {

    public Schema {
        collections = Collections.unmodifiableMap(new LinkedHashMap<>(collections));
        relations = List.copyOf(relations);
    }

    public Optional<CollectionSchema> collection(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    /** The reference that a field of a collection holds: many-to-one, or many-to-any. */
    public Optional<Relation> reference(String collection, String field) {
        return relations.stream()
                .filter(relation -> relation.many().equals(collection)
                        && relation.manyField().equals(field))
                .findFirst();
    }

    /** The relation whose referring items a field of a collection lists: one-to-many. */
    public Optional<Relation> list(String collection, String field) {
        return relations.stream()
                .filter(relation -> collection.equals(relation.one()) && field.equals(relation.oneField()))
                .findFirst();
    }
}
