package org.camundaflows.store.query.sql;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Functions of fields (specification: items-query, section 2). Parts of points in time are those in UTC. */
public final class Functions {

    private static final Set<FieldFunction> OF_DAYS = EnumSet.of(
            FieldFunction.YEAR, FieldFunction.MONTH, FieldFunction.WEEK, FieldFunction.DAY, FieldFunction.WEEKDAY);
    private static final Set<FieldFunction> OF_TIMES =
            EnumSet.of(FieldFunction.HOUR, FieldFunction.MINUTE, FieldFunction.SECOND);

    private final Reading reading;
    private final Access access;

    public Functions(Reading reading, Access access) {
        this.reading = reading;
        this.access = access;
    }

    /**
     * @param field known to be there
     * @throws ItemException {@code INVALID_QUERY} if the field's type lacks the function
     */
    public Field<Integer> of(Source source, FieldFunction function, String field) {
        FieldSchema schema = source.collection().field(field).orElseThrow();
        if (function == FieldFunction.COUNT) {
            return access.guarded(source, field, count(source, schema));
        }
        if (!isPart(schema.type(), function)) {
            throw lacking(function);
        }
        return access.guarded(source, field, part(source.column(schema), function));
    }

    static boolean isPart(FieldType type, FieldFunction function) {
        return switch (type) {
            case DATE -> OF_DAYS.contains(function);
            case TIME -> OF_TIMES.contains(function);
            case DATE_TIME, TIMESTAMP -> function != FieldFunction.COUNT;
            default -> false;
        };
    }

    private static ItemException lacking(FieldFunction function) {
        return ItemErrors.invalidQuery("Invalid function specified \"" + function.id() + "\"");
    }

    private Field<Integer> part(Field<?> column, FieldFunction function) {
        Field<?> date = DateTypes.hasZone(column.getDataType())
                ? DSL.field("({0} at time zone 'UTC')", SQLDataType.LOCALDATETIME, column)
                : column;
        return switch (function) {
            case YEAR -> extract("year", date);
            case MONTH -> extract("month", date);
            case DAY -> extract("day", date);
            case HOUR -> extract("hour", date);
            case MINUTE -> extract("minute", date);
            case SECOND -> DSL.floor(extract("second", date)).cast(SQLDataType.INTEGER);
            case WEEKDAY ->
                extract(reading.isPostgres() ? "isodow" : "iso_day_of_week", date)
                        .mod(7);
            case WEEK -> extract(reading.isPostgres() ? "week" : "iso_week", date);
            case COUNT -> throw new IllegalArgumentException("No part of a date: " + function);
        };
    }

    private static Field<Integer> extract(String part, Field<?> date) {
        return DSL.field("extract({0} from {1})", SQLDataType.INTEGER, DSL.keyword(part), date);
    }

    private Field<Integer> count(Source source, FieldSchema field) {
        if (field.type() == FieldType.JSON && !field.isConcealed()) {
            return new JsonColumns(reading).length(source.column(field));
        }
        Optional<Link.ToMany> link = Link.of(reading.schema(), source.collection(), field.name())
                .filter(Link.ToMany.class::isInstance)
                .map(Link.ToMany.class::cast);
        return children(source, link.orElseThrow(() -> lacking(FieldFunction.COUNT)));
    }

    private Field<Integer> children(Source source, Link.ToMany link) {
        Source child = reading.source(link.target());
        return DSL.field(DSL.select(DSL.count()).from(child.table()).where(new Links(access).on(source, link, child)));
    }
}
