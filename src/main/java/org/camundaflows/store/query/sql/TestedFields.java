package org.camundaflows.store.query.sql;

import java.util.Optional;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jooq.Field;

/** Finds what the rules of a filter compare. */
final class TestedFields {

    private final Reading reading;
    private final Access access;
    private final Functions functions;

    TestedFields(Reading reading, Access access) {
        this.reading = reading;
        this.access = access;
        this.functions = new Functions(reading, access);
    }

    /** Whether a filter looks at other tables by the side of the one of its collection. */
    boolean needsJoin(CollectionSchema collection, Filter filter) {
        if (filter instanceof Filter.And and) {
            return and.members().stream().anyMatch(member -> needsJoin(collection, member));
        }
        if (filter instanceof Filter.Or or) {
            return or.members().stream().anyMatch(member -> needsJoin(collection, member));
        }
        if (filter instanceof Filter.Rule rule) {
            return needsJoin(collection, rule.field());
        }
        return filter instanceof Filter.Presence presence
                && !presence.operator().isEmpty()
                && needsJoin(collection, presence.field());
    }

    private boolean needsJoin(CollectionSchema collection, FieldPath path) {
        return !path.parents().isEmpty()
                || (path.function().isEmpty()
                        && otherSide(collection, path.key()).isPresent());
    }

    /** A field that lists, or names with a collection, items of the other side is compared by their keys. */
    private Optional<Link> otherSide(CollectionSchema collection, String key) {
        return Link.of(reading.schema(), collection, key).filter(link -> !(link instanceof Link.ToOne));
    }

    Tested at(Joins joins, FieldPath path) {
        Source source = joins.at(path.parents());
        Optional<FieldFunction> function = path.function();
        if (function.isPresent()) {
            return new Tested(functions.of(source, function.get(), path.field()), FieldType.INTEGER, false);
        }
        if (otherSide(source.collection(), path.key()).isPresent()) {
            Source other = joins.at(path.segments());
            return tested(other, other.collection().key());
        }
        FieldSchema field = source.collection()
                .field(path.key())
                .filter(known -> !known.isAlias())
                .orElseThrow(() -> ItemErrors.invalidQuery("\"" + path.key() + "\" has no values to filter"));
        return tested(source, field);
    }

    private Tested tested(Source source, FieldSchema field) {
        Field<?> value = access.column(source, field);
        return new Tested(isOpaque(value) ? TextForms.of(value) : value, field.type(), field.isConcealed());
    }

    /** Types that operands have no counterpart of, such as enumerations and network addresses, are compared as text. */
    private static boolean isOpaque(Field<?> value) {
        return value.getType() == Object.class || value.getType() == byte[].class;
    }
}
