package org.camundaflows.store.query;

import java.util.List;
import java.util.Map;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.store.query.sql.Link;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.Relation;

/** One member of the objects that a read gives. */
sealed interface Entry {

    /** The name of the member. */
    String name();

    /** The value of a field. */
    record Value(String name, FieldSchema field) implements Entry {}

    /** The primary key, whether or not the caller may read the field. */
    record Key(String name, FieldSchema field) implements Entry {}

    /** The result of a function. */
    record Computed(String name, FieldFunction function, FieldSchema field) implements Entry {}

    /** What is found inside of a JSON value. */
    record JsonPart(String name, FieldSchema field, List<String> path) implements Entry {}

    /** The item referred to, or null. */
    record One(String name, Link.ToOne link, Plan target) implements Entry {}

    /** The items that refer to this one; only their keys when none of their fields are asked for. */
    record Many(String name, Link.ToMany link, Plan target, boolean keysOnly) implements Entry {}

    /** The item referred to, of one of several collections; its key when none of its fields are asked for. */
    record Any(String name, Relation relation, FieldSchema field, Map<String, Plan> targets) implements Entry {}
}
