package org.camundaflows.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camundaflows.json.Json;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.SchemaChanges;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.schema.SystemTable;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Brings a database into the state of a recorded world. Whatever else it holds is removed. */
public final class WorldLoader {

    /** Referring tables before those they refer to. */
    private static final List<String> SYSTEM_ROWS = List.of(
            "directus_revisions",
            "directus_activity",
            "directus_notifications",
            "directus_sessions",
            "directus_operations",
            "directus_flows",
            "directus_permissions",
            "directus_access",
            "directus_users",
            "directus_policies",
            "directus_roles");

    private final Database database;
    private final SchemaReader schemas;
    private final SchemaChanges changes;
    private String model = "";

    public WorldLoader(Database database, SchemaReader schemas) {
        this.database = database;
        this.schemas = schemas;
        this.changes = new SchemaChanges(database, schemas);
    }

    /** The data model is made anew only when the world before had another one. */
    public void load(JsonNode world) {
        String wanted = Json.write(world.path("fields")) + Json.write(world.path("relations"));
        clearRows();
        if (!wanted.equals(model)) {
            dropModel();
            createModel(world);
            model = wanted;
        }
        fillSystem(world);
        fillRows(world.path("rows"));
    }

    private void clearRows() {
        List<String> own = ownCollections();
        Deque<String> left = new ArrayDeque<>(own);
        SYSTEM_ROWS.forEach(left::add);
        for (int failures = 0; !left.isEmpty(); ) {
            String table = left.poll();
            try {
                database.sql().deleteFrom(database.table(table)).execute();
                restart(table);
                failures = 0;
            } catch (DataAccessException e) {
                left.add(table);
                if (++failures > left.size()) {
                    throw e;
                }
            }
            database.written(table);
        }
    }

    private List<String> ownCollections() {
        return schemas.current().collections().keySet().stream()
                .filter(name -> !CollectionSchema.isSystem(name))
                .toList();
    }

    private void dropModel() {
        ownCollections().forEach(changes::deleteCollection);
        for (String table : List.of("directus_fields", "directus_relations", "directus_collections")) {
            database.sql().deleteFrom(database.table(table)).execute();
        }
        schemas.invalidate();
    }

    private void createModel(JsonNode world) {
        for (JsonNode collection : world.path("collections")) {
            ObjectNode body = collection.deepCopy();
            var fields = body.putArray("fields");
            for (JsonNode field : world.path("fields")) {
                if (field.path("collection").equals(collection.path("collection"))) {
                    fields.add(field);
                }
            }
            changes.createCollection(body);
        }
        world.path("relations").forEach(changes::createRelation);
    }

    private void fillSystem(JsonNode world) {
        world.path("roles").forEach(row -> insert("directus_roles", row));
        world.path("policies").forEach(row -> insert("directus_policies", row));
        world.path("users").forEach(row -> insert("directus_users", user(row)));
        world.path("access")
                .forEach(row -> insert(
                        "directus_access",
                        ((ObjectNode) row.deepCopy())
                                .put("id", UUID.randomUUID().toString())));
        world.path("permissions").forEach(row -> insert("directus_permissions", row));
    }

    /** Users get mails only where the world says so. */
    private static JsonNode user(JsonNode row) {
        ObjectNode user = row.deepCopy();
        return user.has("email_notifications") ? user : user.put("email_notifications", false);
    }

    private void fillRows(JsonNode rows) {
        Deque<Map.Entry<String, JsonNode>> left = new ArrayDeque<>();
        rows.properties().forEach(table -> table.getValue().forEach(row -> left.add(Map.entry(table.getKey(), row))));
        for (int failures = 0; !left.isEmpty(); ) {
            Map.Entry<String, JsonNode> row = left.poll();
            try {
                insert(row.getKey(), row.getValue());
                failures = 0;
            } catch (DataAccessException e) {
                left.add(row);
                if (++failures > left.size()) {
                    throw e;
                }
            }
        }
        rows.properties().forEach(table -> continueCounting(table.getKey()));
    }

    /** Writes a row as it stands, without defaults, rights or events. */
    public void insert(String table, JsonNode row) {
        CollectionSchema collection = schemas.current().collection(table).orElseThrow();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            FieldSchema field = collection.field(member.getKey()).orElse(null);
            if (field != null && field.column() != null) {
                values.put(member.getKey(), value(member.getValue(), field));
            }
        }
        SystemTable.find(database, schemas.current(), table).orElseThrow().insert(values);
        database.written(table);
    }

    private static @Nullable Object value(JsonNode value, FieldSchema field) {
        if (value.isNull()) {
            return null;
        }
        if (value.isArray() && (field.has("cast-csv") || field.has("csv"))) {
            List<String> entries = new ArrayList<>();
            value.forEach(entry -> entries.add(entry.asText()));
            return String.join(",", entries);
        }
        if (field.has("cast-json") || value.isContainerNode()) {
            return Json.write(value);
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asText();
    }

    private void restart(String table) {
        counted(table).ifPresent(key -> restart(table, key, 1));
    }

    private void continueCounting(String table) {
        counted(table).ifPresent(key -> {
            Number highest = (Number) database.sql()
                    .select(DSL.max(Database.column(table, key)))
                    .from(database.table(table))
                    .fetchOne(0);
            restart(table, key, highest == null ? 1 : highest.intValue() + 1);
        });
    }

    private Optional<String> counted(String table) {
        return schemas.current()
                .collection(table)
                .map(CollectionSchema::key)
                .filter(key -> key.column() != null && key.column().autoIncrement())
                .map(FieldSchema::name);
    }

    private void restart(String table, String key, int next) {
        String full = "\"" + database.schema() + "\".\"" + table + "\"";
        if (database.dialect() == SQLDialect.H2) {
            database.sql().execute("alter table " + full + " alter column \"" + key + "\" restart with " + next);
        } else {
            database.sql().fetch("select setval(pg_get_serial_sequence(?, ?), ?, false)", full, key, next);
        }
    }
}
