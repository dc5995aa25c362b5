package org.camundaflows.store.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.camundaflows.filter.CallerVariables;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.filter.Filter;
import org.camundaflows.json.Json;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryLimits;
import org.camundaflows.store.schema.Schema;
import org.camundaflows.store.sql.Database;
import org.jooq.impl.DSL;

/** The item services on a fresh database with the collections of {@link Library}. */
final class Shelf {

    static final Instant NOW = Instant.parse("2024-05-06T07:08:09.123Z");
    static final String USER = "7ed96ccf-df43-4ced-ab07-503f095bc56e";
    static final String ROLE = "7c7ba202-3946-4b71-a500-ee6e737703e2";

    static final Accountability ADMIN =
            new Accountability(ROLE, USER, List.of(ROLE), true, true, "10.0.0.1", "tests", "https://example.com");
    static final Accountability EDITOR = new Accountability(ROLE, USER, List.of(ROLE), false, false, null, null, null);

    final Recorded events = new Recorded();
    final Session admin = new Session(ADMIN, false);
    final Session editor = new Session(EDITOR, false);
    final Session heard = new Session(null, true);
    final Schema schema;
    final Database database;
    final Items items;

    private final Map<String, List<Permission>> permissions = new HashMap<>();
    private final ItemReader reader;

    Shelf(Engine engine) throws JsonProcessingException {
        this(engine, engine.open());
    }

    Shelf(Engine engine, DataSource source) throws JsonProcessingException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        schema = Library.schema();
        database = new Database(source, engine.dialect, name);
        database.sql().execute("create schema \"" + name + "\"");
        for (Sketch sketch : Library.sketches()) {
            database.sql().execute(sketch.ddl(name));
        }
        reader = new ItemReader(database, () -> schema, ZoneOffset.UTC, QueryLimits.DEFAULT);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        items = new ItemService(
                database,
                () -> schema,
                this::rights,
                reader,
                events,
                new ItemSettings(clock, ZoneOffset.UTC, clear -> "hash of " + clear));
    }

    private Rights rights(Accountability accountability) {
        JsonNode caller = accountability == null ? JsonNodeFactory.instance.nullNode() : accountability.json();
        DynamicVariables variables = new CallerVariables(caller, Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("UTC"));
        boolean all = accountability == null || accountability.admin();
        return new Rights() {
            @Override
            public boolean unrestricted() {
                return all;
            }

            @Override
            public List<Permission> permissions(String collection, Action action) {
                return permissions.getOrDefault(collection + " " + action, List.of());
            }

            @Override
            public DynamicVariables variables() {
                return variables;
            }
        };
    }

    /** Lets the editor do something. */
    Shelf allow(String collection, Action action, String rule, String validation, String presets, String... fields) {
        Permission permission = new Permission(filter(rule), Set.of(fields), filter(validation), object(presets));
        permissions
                .computeIfAbsent(collection + " " + action, ignored -> new ArrayList<>())
                .add(permission);
        return this;
    }

    Shelf allow(String collection, Action action) {
        return allow(collection, action, "{}", "{}", "{}", "*");
    }

    private Filter filter(String text) {
        return Filter.parse(json(text), rights(EDITOR).variables(), Filter.Use.RULES);
    }

    static JsonNode json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    static List<JsonNode> keys(Object... keys) {
        List<JsonNode> list = new ArrayList<>();
        for (Object key : keys) {
            list.add(Json.mapper().valueToTree(key));
        }
        return list;
    }

    /** As the system. */
    JsonNode create(String collection, String payload) {
        return create(collection, payload, Session.SYSTEM);
    }

    JsonNode create(String collection, String payload, Session session) {
        return items.create(collection, List.of(object(payload)), session).get(0);
    }

    List<JsonNode> update(String collection, Object key, String changes, Session session) {
        return items.update(collection, keys(key), object(changes), session);
    }

    /** One item, with some fields. */
    JsonNode row(String collection, Object key, String... fields) {
        Query query = with(List.of(fields));
        return items.readOne(collection, keys(key).get(0), query, Session.SYSTEM);
    }

    /** All items, with some fields, in the order of their keys. */
    ArrayNode rows(String collection, String... fields) {
        return items.read(collection, with(List.of(fields)), Session.SYSTEM);
    }

    int count(String collection) {
        return database.sql().fetchCount(database.table(collection));
    }

    /** A column as the database has it. */
    Object stored(String collection, String column) {
        return database.sql()
                .select(DSL.field(DSL.name(column)))
                .from(database.table(collection))
                .fetchOne(0);
    }

    private static Query with(List<String> fields) {
        Query all = Query.DEFAULT;
        return new Query(
                fields,
                all.filter(),
                all.sort(),
                -1,
                null,
                null,
                null,
                all.aggregate(),
                all.groupBy(),
                all.deep(),
                all.alias(),
                all.backlink());
    }
}
