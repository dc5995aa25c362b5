package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.filter.FieldPath;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;
import org.camundaflows.store.query.sql.ValuePaths;
import org.camundaflows.store.schema.FieldSchema;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The columns of a statement that sums up, and how they become results. */
final class TotalsColumns {

    private static final String VALUES = "v";

    private final Reading reading;
    private final Source source;
    private final Totals totals;
    private final ValueReaders readers;
    private final Map<String, Field<?>> byName = new LinkedHashMap<>();
    private final List<Field<?>> values = new ArrayList<>();
    private final List<Field<?>> columns = new ArrayList<>();
    private final List<Field<?>> groups = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final int owner;

    private interface Cell {
        void read(ResultSet row, ObjectNode result) throws SQLException;
    }

    /** @param owner by what the items are looked up; null when they are not */
    TotalsColumns(Reading reading, Source source, Totals totals, @Nullable Field<?> owner) {
        this.reading = reading;
        this.source = source;
        this.totals = totals;
        this.readers = new ValueReaders(reading.zone(), reading.rights().unrestricted());
        totals.groups().forEach(this::group);
        totals.totals().forEach(this::total);
        this.owner = owner == null ? 0 : owner(value(owner));
        if (values.isEmpty()) {
            value(source.key());
        }
    }

    private int owner(Field<?> value) {
        groups.add(value);
        return column(value);
    }

    /** What is summed up, for the subquery that finds it: no two places of a statement need to repeat an expression. */
    Table<?> table(Condition found) {
        return DSL.select(values).from(source.table()).where(found).asTable(DSL.name(VALUES));
    }

    private <T> Field<T> value(Field<T> value) {
        String name = "v" + (values.size() + 1);
        values.add(value.as(name));
        return DSL.field(DSL.name(VALUES, name), value.getDataType());
    }

    List<Field<?>> columns() {
        return columns;
    }

    List<Field<?>> groups() {
        return groups;
    }

    /** The position of whom a result belongs to. */
    int owner() {
        return owner;
    }

    ObjectNode result(ResultSet row) throws SQLException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Cell cell : cells) {
            cell.read(row, result);
        }
        return result;
    }

    /** @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} for what is neither group nor total */
    List<SortField<?>> order(List<SortKey> keys) {
        List<SortField<?>> order = new ArrayList<>();
        for (SortKey key : keys) {
            String name = String.join(".", key.path().segments());
            Field<?> value = byName.get(name);
            if (value == null) {
                throw ItemErrors.invalidQuery("Groups cannot be sorted by \"" + name + "\"");
            }
            order.add(Order.term(value, key.descending()));
        }
        return order;
    }

    private int column(Field<?> field) {
        columns.add(field.as("c" + (columns.size() + 1)));
        return columns.size();
    }

    private void group(FieldPath path) {
        Field<?> value = value(new ValuePaths(reading).value(source, path, false));
        FieldFunction function = path.function().orElse(null);
        String name = function == null ? path.key() : path.field() + "_" + function.id();
        ValueReader reader = function == null ? readers.of(field(path.key())) : ValueReaders::any;
        int column = column(value);
        groups.add(value);
        byName.put(path.key(), value);
        byName.put(name, value);
        cells.add((row, result) -> result.set(name, reader.read(row, column)));
    }

    private FieldSchema field(String name) {
        return source.collection().field(name).orElseThrow();
    }

    private void total(Totals.Total total) {
        String function = total.function().key();
        Field<?> value = summed(total);
        int column = column(value);
        byName.putIfAbsent(function, value);
        byName.put(function + "." + total.field(), value);
        ValueReader reader = reader(total);
        if (total.function() == AggregateFunction.COUNT_ALL) {
            cells.add((row, result) -> result.set(function, reader.read(row, column)));
        } else if (!total.isOfItems()) {
            cells.add(
                    (row, result) -> result.withObjectProperty(function).set(total.field(), reader.read(row, column)));
        } else if (!totals.isByField(total.function())) {
            cells.add((row, result) -> result.set(function, reader.read(row, column)));
        }
    }

    private ValueReader reader(Totals.Total total) {
        return switch (total.function()) {
            case MIN, MAX -> readers.of(field(total.field()));
            case AVG, AVG_DISTINCT -> TotalsColumns::average;
            default -> ValueReaders::any;
        };
    }

    private static JsonNode average(ResultSet row, int column) throws SQLException {
        JsonNode value = ValueReaders.any(row, column);
        return value.isNull() ? value : DoubleNode.valueOf(value.doubleValue());
    }

    private Field<?> summed(Totals.Total total) {
        if (total.isOfItems()) {
            return DSL.count();
        }
        Field<?> field = value(reading.access().column(source, field(total.field())));
        return switch (total.function()) {
            case COUNT, COUNT_ALL -> DSL.count(field);
            case COUNT_DISTINCT -> DSL.countDistinct(field);
            case SUM -> DSL.sum(number(field));
            case SUM_DISTINCT -> DSL.sumDistinct(number(field));
            case AVG -> DSL.avg(number(field));
            case AVG_DISTINCT -> DSL.avgDistinct(number(field));
            case MIN -> DSL.min(field);
            case MAX -> DSL.max(field);
        };
    }

    /** Single precision is summed up by the digits it stands for. */
    private static Field<? extends Number> number(Field<?> field) {
        return field.getType() == Float.class
                ? field.cast(SQLDataType.NUMERIC(38, 12))
                : DSL.field("{0}", BigDecimal.class, field);
    }
}
