package org.camundaflows.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.Filter;
import org.camundaflows.store.query.sql.Conditions;
import org.camundaflows.store.query.sql.KeyLists;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Reads the items of one plan, without what its relations lead to, in one statement. */
final class Rows {

    private final Reading reading;
    private final DSLContext sql;
    private final ValueReaders readers;
    private final Conditions conditions;

    Rows(Reading reading) {
        this.reading = reading;
        this.sql = reading.database().sql();
        this.readers = new ValueReaders(reading.zone(), reading.rights().unrestricted());
        this.conditions = new Conditions(reading, reading.access());
    }

    /** What a query finds: the rules of permissions, its filter and its search together. */
    Condition found(Source source, Plan plan) {
        Condition condition = reading.access().rule(source);
        if (!(plan.filter() instanceof Filter.Empty)) {
            condition = condition.and(conditions.of(source, plan.filter()));
        }
        String search = plan.search();
        return search == null ? condition : condition.and(new SearchCondition(reading).of(source, search));
    }

    List<Row> all(Plan plan) {
        Source source = reading.source(plan.collection());
        SelectList list = new SelectList(reading, readers, source, plan.entries(), null);
        SelectLimitStep<?> select = sql.select(list.columns())
                .from(source.table())
                .where(found(source, plan))
                .orderBy(order(source, plan));
        return fetch(bounded(select, plan.bounds()), list);
    }

    /** The items with one of these keys. */
    List<Row> byKey(Plan plan, List<String> keys) {
        Source source = reading.source(plan.collection());
        SelectList list = new SelectList(reading, readers, source, plan.entries(), source.key());
        Condition wanted = KeyLists.in(source.key(), keys).and(found(source, plan));
        return fetch(sql.select(list.columns()).from(source.table()).where(wanted), list);
    }

    /** The items that refer to one of these keys, in their order; the bounds of the plan hold for each key. */
    List<Row> byReference(Plan plan, String reference, List<String> keys) {
        Source source = reading.source(plan.collection());
        Field<?> owner = source.column(reference);
        SelectList list = new SelectList(reading, readers, source, plan.entries(), owner);
        Condition wanted = KeyLists.in(owner, keys).and(found(source, plan));
        List<SortField<?>> order = order(source, plan);
        if (plan.bounds().isEverything()) {
            return fetch(
                    sql.select(list.columns())
                            .from(source.table())
                            .where(wanted)
                            .orderBy(order),
                    list);
        }
        if (keys.size() == 1) {
            return fetch(
                    bounded(
                            sql.select(list.columns())
                                    .from(source.table())
                                    .where(wanted)
                                    .orderBy(order),
                            plan.bounds()),
                    list);
        }
        return fetch(numbered(source, list, wanted, owner, order, plan.bounds()), list);
    }

    private ResultQuery<?> numbered(
            Source source, SelectList list, Condition wanted, Field<?> owner, List<SortField<?>> order, Bounds bounds) {
        Field<Integer> number = DSL.rowNumber().over(DSL.partitionBy(owner).orderBy(order));
        List<Field<?>> columns = new ArrayList<>(list.columns());
        columns.add(number.as("n"));
        Table<?> all = DSL.select(columns).from(source.table()).where(wanted).asTable(DSL.name("o"));
        Field<Long> position = DSL.field(DSL.name("o", "n"), Long.class);
        Condition within = position.gt(bounds.offset());
        if (bounds.limit() >= 0) {
            within = within.and(position.le(bounds.offset() + bounds.limit()));
        }
        List<Field<?>> named = new ArrayList<>();
        for (Field<?> column : list.columns()) {
            named.add(DSL.field(DSL.name("o", column.getName()), column.getDataType()));
        }
        return sql.select(named).from(all).where(within).orderBy(position);
    }

    private List<SortField<?>> order(Source source, Plan plan) {
        return new Order(reading).of(source, plan.sort());
    }

    private List<Row> fetch(ResultQuery<?> query, SelectList list) {
        List<Row> rows = new ArrayList<>();
        fetch(query, row -> rows.add(list.row(row)));
        return rows;
    }

    /** @param each is given every row of the result */
    void fetch(ResultQuery<?> query, RowConsumer each) {
        try (Cursor<?> cursor = query.fetchLazy();
                ResultSet result = cursor.resultSet()) {
            while (result.next()) {
                each.accept(result);
            }
        } catch (SQLException e) {
            throw new DataAccessException("A result could not be read", e);
        }
    }

    /** What is done with a row. */
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    static Select<?> bounded(SelectLimitStep<?> select, Bounds bounds) {
        if (bounds.isEverything()) {
            return select;
        }
        return bounds.limit() < 0
                ? select.offset(bounds.offset())
                : select.limit(bounds.limit()).offset(bounds.offset());
    }
}
