package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.FieldFunction;
import org.camundaflows.json.JsonPath;
import org.camundaflows.store.query.sql.Access;
import org.camundaflows.store.query.sql.Functions;
import org.camundaflows.store.query.sql.Reading;
import org.camundaflows.store.query.sql.Source;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns of a statement for the entries of a plan, and how their values become members of objects. */
final class SelectList {

    private final Reading reading;
    private final ValueReaders readers;
    private final Source source;
    private final List<Field<?>> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final int entries;
    private final int owner;

    /** Puts what an entry needs of a row into the item or among its links. */
    private interface Cell {
        void read(ResultSet row, ObjectNode item, @Nullable String[] links) throws SQLException;
    }

    /** @param owner by what the items are looked up; null when they are not */
    SelectList(Reading reading, ValueReaders readers, Source source, List<Entry> entries, @Nullable Field<?> owner) {
        this.reading = reading;
        this.readers = readers;
        this.source = source;
        this.entries = entries.size();
        for (int i = 0; i < entries.size(); i++) {
            cells.add(cell(entries.get(i), i));
        }
        this.owner = owner == null ? 0 : column(owner);
        if (columns.isEmpty()) {
            column(source.key());
        }
    }

    /** Named c1, c2, … */
    List<Field<?>> columns() {
        return columns;
    }

    Row row(ResultSet row) throws SQLException {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        @Nullable String[] links = new String[entries];
        for (Cell cell : cells) {
            cell.read(row, item, links);
        }
        return new Row(item, links, owner == 0 ? null : row.getString(owner));
    }

    private int column(Field<?> field) {
        columns.add(field.as("c" + (columns.size() + 1)));
        return columns.size();
    }

    private Cell cell(Entry entry, int position) {
        Access access = reading.access();
        if (entry instanceof Entry.Value value) {
            return member(value.name(), readers.of(value.field()), column(access.column(source, value.field())));
        }
        if (entry instanceof Entry.Key key) {
            return member(key.name(), readers.of(key.field()), column(source.key()));
        }
        if (entry instanceof Entry.Computed computed) {
            return computed(computed);
        }
        if (entry instanceof Entry.JsonPart part) {
            ValueReader at = (row, column) -> found(ValueReaders.json(row, column), part.path());
            return member(part.name(), at, column(access.column(source, part.field())));
        }
        if (entry instanceof Entry.One one) {
            FieldSchema field = source.collection().field(one.link().field()).orElseThrow();
            return link(one.name(), column(access.column(source, field)), position);
        }
        if (entry instanceof Entry.Many many) {
            Field<?> key = access.guarded(source, many.link().field(), source.key());
            return link(many.name(), column(key), position);
        }
        Entry.Any any = (Entry.Any) entry;
        int key = column(access.column(source, any.field()));
        int collection = column(source.column(AnyKey.collectionField(any.relation())));
        return (row, item, links) -> {
            item.putNull(any.name());
            links[position] = AnyKey.text(row.getString(collection), row.getString(key));
        };
    }

    private static Cell member(String name, ValueReader reader, int column) {
        return (row, item, links) -> item.set(name, reader.read(row, column));
    }

    private static Cell link(String name, int column, int position) {
        return (row, item, links) -> {
            item.set(name, NullNode.getInstance());
            links[position] = row.getString(column);
        };
    }

    /** Arrays are counted here where the whole value is at hand. */
    private Cell computed(Entry.Computed computed) {
        FieldSchema field = computed.field();
        if (computed.function() == FieldFunction.COUNT && field.type() == FieldType.JSON) {
            ValueReader size = (row, column) -> size(ValueReaders.json(row, column));
            return member(computed.name(), size, column(reading.access().column(source, field)));
        }
        Field<?> value = new Functions(reading, reading.access()).of(source, computed.function(), field.name());
        return member(computed.name(), ValueReaders::any, column(value));
    }

    private static JsonNode found(JsonNode json, List<String> path) {
        JsonNode value = json;
        for (String key : path) {
            value = JsonPath.member(value, key);
        }
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static JsonNode size(JsonNode value) {
        return value.isNull() ? value : JsonNodeFactory.instance.numberNode(value.isArray() ? value.size() : 0);
    }
}
