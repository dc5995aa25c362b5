package org.camundaflows.store.query.sql;

import java.util.Optional;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Relation;
import org.camundaflows.store.schema.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a path of relations: from a collection through one of its fields to another collection. */
public sealed interface Link {

    Relation relation();

    /** The collection it leads to. */
    CollectionSchema target();

    /** The field it starts from. */
    String field();

    /** The item that a field refers to. */
    record ToOne(Relation relation, CollectionSchema target) implements Link {
        @Override
        public String field() {
            return relation.manyField();
        }
    }

    /** The items that refer to this one. */
    record ToMany(Relation relation, CollectionSchema target, String field) implements Link {}

    /** The item that a field refers to, as far as it is of one of the allowed collections. */
    record ToAny(Relation relation, CollectionSchema target) implements Link {
        @Override
        public String field() {
            return relation.manyField();
        }
    }

    /** @param segment name of a field; for many-to-any with the collection, as in {@code item:headings} */
    static Optional<Link> of(Schema schema, CollectionSchema from, String segment) {
        int colon = segment.indexOf(':');
        if (colon >= 0) {
            return toAny(schema, from, segment.substring(0, colon), segment.substring(colon + 1));
        }
        Optional<Link> reference = schema.reference(from.name(), segment)
                .filter(relation -> !relation.isToAny())
                .flatMap(relation -> target(schema, relation.one()).map(target -> new ToOne(relation, target)));
        return reference.or(() -> schema.list(from.name(), segment).flatMap(relation -> target(schema, relation.many())
                .map(target -> new ToMany(relation, target, segment))));
    }

    private static Optional<Link> toAny(Schema schema, CollectionSchema from, String field, String collection) {
        return schema.reference(from.name(), field)
                .filter(relation -> relation.isToAny() && relation.allowed().contains(collection))
                .flatMap(relation -> target(schema, collection).map(target -> new ToAny(relation, target)));
    }

    private static Optional<CollectionSchema> target(Schema schema, @Nullable String name) {
        return name == null ? Optional.empty() : schema.collection(name);
    }
}
