package org.camundaflows.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.camundaflows.store.schema.Schema;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.schema.SystemTables;
import org.camundaflows.store.sql.Database;

/** A database for one test, or for the tests of one class. See {@link TestDatabase}. */
public final class TestStore implements AutoCloseable {

    private final DataSource source;
    private final Database database;
    private final SchemaReader reader;
    private final Runnable end;

    TestStore(DataSource source, Database database, Runnable end) {
        this.source = source;
        this.database = database;
        this.reader = new SchemaReader(database);
        this.end = end;
    }

    public DataSource source() {
        return source;
    }

    /** What makes a server use this database, for the engine's tables as well. */
    public List<String> serverArguments() {
        HikariDataSource pool = (HikariDataSource) source;
        return List.of(
                "--spring.datasource.url=" + pool.getJdbcUrl(),
                "--spring.datasource.username=" + pool.getUsername(),
                "--spring.datasource.password=" + pool.getPassword());
    }

    public Database database() {
        return database;
    }

    public SchemaReader reader() {
        return reader;
    }

    /** The data model as it is now. */
    public Schema schema() {
        return reader.current();
    }

    /** Creates the system tables; false when those of a Directus are there. */
    public boolean migrate() {
        boolean created = new SystemTables(source, database).migrate();
        reader.invalidate();
        return created;
    }

    /** @param world name of a file in {@code conformance/worlds} */
    public TestStore load(String world) {
        return load(TestWorld.read(world));
    }

    /** @param world collections, fields, relations, rows, roles, policies, access, permissions and users */
    public TestStore load(JsonNode world) {
        new TestWorld(database, reader).load(world);
        return this;
    }

    @Override
    public void close() {
        end.run();
    }
}
