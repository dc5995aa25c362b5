package org.camundaflows.store.query.sql;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How tables of a statement belong together. */
final class Links {

    private final Access access;

    Links(Access access) {
        this.access = access;
    }

    /** Whether an item of {@code to} is what the link leads to from an item of {@code from}, as far as it can be read. */
    Condition on(Source from, Link link, Source to) {
        return related(from, link, to).and(access.rule(to));
    }

    private Condition related(Source from, Link link, Source to) {
        if (link instanceof Link.ToMany many) {
            Field<?> key = access.guarded(from, many.field(), from.key());
            return equal(to.column(many.relation().manyField()), key);
        }
        Field<?> reference =
                access.column(from, from.collection().field(link.field()).orElseThrow());
        return link instanceof Link.ToAny any
                ? ofCollection(from, any).and(sameText(reference, to.key()))
                : equal(reference, to.key());
    }

    private Condition ofCollection(Source from, Link.ToAny any) {
        String field = any.relation().collectionField();
        return field == null
                ? DSL.falseCondition()
                : from.column(field).cast(SQLDataType.VARCHAR).eq(any.target().name());
    }

    /** Keys are of the same type nearly always; databases that do without foreign keys may have them differ. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Condition equal(Field<?> left, Field<?> right) {
        return left.getType() == right.getType() ? ((Field) left).eq((Field) right) : sameText(left, right);
    }

    private static Condition sameText(Field<?> left, Field<?> right) {
        return left.cast(SQLDataType.VARCHAR).eq(right.cast(SQLDataType.VARCHAR));
    }
}
