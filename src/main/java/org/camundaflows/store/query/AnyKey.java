package org.camundaflows.store.query;

import org.camundaflows.store.schema.Relation;
import org.jspecify.annotations.Nullable;

/** The reference of a many-to-any relation as one text. */
record AnyKey(String collection, String key) {

    static String collectionField(Relation relation) {
        String field = relation.collectionField();
        if (field == null) {
            throw new IllegalArgumentException("Refers to one collection only: " + relation);
        }
        return field;
    }

    /** @return null when there is no reference */
    static @Nullable String text(@Nullable String collection, @Nullable String key) {
        return collection == null || key == null ? null : collection + ":" + key;
    }

    /** @param text as {@link #text} made it; names of collections may hold colons, so the known ones decide */
    static boolean isOf(String text, String collection) {
        return text.startsWith(collection + ":");
    }

    static AnyKey of(String text, String collection) {
        return new AnyKey(collection, text.substring(collection.length() + 1));
    }
}
