package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camundaflows.json.Json;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.FieldSchema;
import org.camundaflows.store.schema.Schema;
import org.camundaflows.store.sql.Database;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Assumptions;

/** A database with the tables of a world. */
final class WorldDatabase implements AutoCloseable {

    private static final String SCHEMA = "items";

    private final DataSource source;
    private final Database database;
    private final AutoCloseable server;

    private WorldDatabase(DataSource source, SQLDialect dialect, AutoCloseable server) {
        this.source = source;
        this.database = new Database(source, dialect, SCHEMA);
        this.server = server;
        database.sql().execute("create schema \"items\"");
    }

    static WorldDatabase h2() {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        return new WorldDatabase(pool, SQLDialect.H2, pool::dispose);
    }

    /** PostgreSQL does not run as root; its wrapper then uses a user namespace, which not every machine allows. */
    static WorldDatabase postgres() throws IOException {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            return new WorldDatabase(postgres.getPostgresDatabase(), SQLDialect.POSTGRES, postgres);
        } catch (IOException | IllegalStateException e) {
            if (!"root".equals(System.getProperty("user.name"))) {
                throw e;
            }
            return Assumptions.abort("PostgreSQL does not start as root on this machine: " + e);
        }
    }

    Database database() {
        return database;
    }

    DataSource source() {
        return source;
    }

    WorldDatabase with(World world) {
        create(world.schema());
        world.schema().collections().values().forEach(collection -> world.rows(collection.name())
                .forEach(row -> insert(collection, row)));
        return this;
    }

    void create(Schema schema) {
        schema.collections().values().forEach(this::create);
    }

    private void create(CollectionSchema collection) {
        List<Field<?>> columns = new ArrayList<>();
        collection.fields().values().stream()
                .filter(field -> !field.isAlias())
                .forEach(field -> columns.add(
                        DSL.field(DSL.name(field.name()), field.column().dataType())));
        database.sql()
                .createTable(database.table(collection.name()))
                .columns(columns)
                .constraint(DSL.primaryKey(DSL.field(DSL.name(collection.primaryKey()))))
                .execute();
    }

    void insert(CollectionSchema collection, JsonNode row) {
        List<Field<?>> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        row.properties().forEach(entry -> {
            FieldSchema field = collection.field(entry.getKey()).orElseThrow();
            columns.add(DSL.field(DSL.name(field.name()), field.column().dataType()));
            values.add(value(field.column().dataType(), entry.getValue()));
        });
        database.sql()
                .insertInto(database.table(collection.name()))
                .columns(columns)
                .values(values)
                .execute();
    }

    private static Object value(DataType<?> type, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (type == SQLDataType.JSON) {
            return JSON.valueOf(Json.write(value));
        }
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(entry -> texts.add(entry.asText()));
            return String.join(",", texts);
        }
        return type == SQLDataType.OFFSETDATETIME
                ? OffsetDateTime.parse(value.asText())
                : type.convert(Json.display(value));
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
