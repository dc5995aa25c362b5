package org.camundaflows.store.schema;

/** Gives the data model as it is now. */
@FunctionalInterface
public interface SchemaSource {

    /** The present data model; cheap, as it is kept until something changes. */
    Schema current();
}
