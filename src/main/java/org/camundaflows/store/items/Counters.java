package org.camundaflows.store.items;

import org.camundaflows.store.schema.CollectionSchema;

/** Moves the counter of an automatic key behind the highest one after somebody chose a key. */
@FunctionalInterface
interface Counters {

    void follow(CollectionSchema collection);
}
