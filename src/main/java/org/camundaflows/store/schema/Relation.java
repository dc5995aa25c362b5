package org.camundaflows.store.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference from many items to one (a row of {@code directus_relations}, or a foreign key the database declares).
 *
 * @param many collection with the reference
 * @param manyField field that holds the key of the other item
 * @param one collection referred to; null when {@code collectionField} names it for each item (many-to-any)
 * @param oneField alias field of {@code one} that lists the referring items; null when there is none
 * @param collectionField field of {@code many} with the name of the collection, for many-to-any
 * @param allowed the collections that many-to-any may refer to
 * @param junctionField the other reference, when {@code many} is a junction table
 * @param sortField field of {@code many} that orders the list
 * @param deletesDeselected whether items taken out of the list are deleted rather than detached
 */
public record Relation(
        String many,
        String manyField,
        @Nullable String one,
        @Nullable String oneField,
        @Nullable String collectionField,
        List<String> allowed,
        @Nullable String junctionField,
        @Nullable String sortField,
        boolean deletesDeselected) {

    public Relation {
        allowed = List.copyOf(allowed);
    }

    /** Whether {@code collectionField} tells for each item which collection it refers to. */
    public boolean isToAny() {
        return one == null;
    }
}
