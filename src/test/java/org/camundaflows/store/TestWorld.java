package org.camundaflows.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camundaflows.json.Json;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Column;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.FieldType;
import org.camundaflows.store.schema.KeyCounters;
import org.camundaflows.store.schema.Relation;
import org.camundaflows.store.schema.SchemaImport;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Fills a database with a world of the conformance cases. */
final class TestWorld {

    private static final List<String> ACCESS = List.of("roles", "policies", "users", "access", "permissions");

    private final Database database;
    private final SchemaReader reader;

    TestWorld(Database database, SchemaReader reader) {
        this.database = database;
        this.reader = reader;
    }

    static JsonNode read(String world) {
        try (InputStream file = TestWorld.class.getResourceAsStream("/conformance/worlds/" + world + ".json")) {
            return Json.mapper().readTree(Objects.requireNonNull(file, world));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(JsonNode world) {
        new SchemaImport(database, reader).apply(world);
        for (String part : ACCESS) {
            world.path(part).forEach(row -> insert("directus_" + part, (ObjectNode) row));
        }
        ordered(world.path("rows"))
                .forEach(collection ->
                        world.path("rows").path(collection).forEach(row -> insert(collection, (ObjectNode) row)));
        KeyCounters counters = new KeyCounters(database);
        reader.current().collections().values().forEach(counters::bump);
    }

    /** What is referred to comes first. */
    private List<String> ordered(JsonNode rows) {
        List<String> open = new ArrayList<>();
        rows.fieldNames().forEachRemaining(open::add);
        List<String> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            String next = open.stream()
                    .filter(name ->
                            reader.current().relations().stream().noneMatch(relation -> waits(relation, name, open)))
                    .findFirst()
                    .orElse(open.get(0));
            open.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean waits(Relation relation, String name, List<String> open) {
        return relation.many().equals(name) && !name.equals(relation.one()) && open.contains(relation.one());
    }

    private void insert(String name, ObjectNode row) {
        CollectionSchema collection = reader.current().collection(name).orElseThrow();
        if (collection.key().type() == FieldType.UUID && !row.has(collection.primaryKey())) {
            row.put(collection.primaryKey(), UUID.randomUUID().toString());
        }
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            FieldSchema field = collection.field(member.getKey()).orElseThrow();
            Column column = field.column();
            if (column != null) {
                values.put(
                        DSL.field(DSL.name(field.name()), column.dataType()),
                        DSL.val(text(field, member.getValue()), column.dataType()));
            }
        }
        database.sql().insertInto(database.table(name)).set(values).execute();
    }

    private static String text(FieldSchema field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (field.type() == FieldType.CSV && value.isArray()) {
            List<String> entries = new ArrayList<>();
            value.forEach(entry -> entries.add(entry.asText()));
            return String.join(",", entries);
        }
        return field.type() == FieldType.JSON ? Json.write(value) : value.asText();
    }
}
