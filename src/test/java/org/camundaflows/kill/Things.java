package org.camundaflows.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.camundaflows.store.schema.SchemaChanges;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.schema.SystemTables;
import org.camundaflows.store.sql.Database;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of a server that does not run, with a collection {@code things}, whose items have a {@code title}. */
public final class Things {

    private final DataSource source;
    private final Database database;

    private Things(DataSource source, Database database) {
        this.source = source;
        this.database = database;
    }

    /** @param arguments with which the server uses the database */
    static Things of(Path dataDir, List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith("--DB_PORT="))
                .findFirst()
                .map(port -> onPostgres(Integer.parseInt(port.substring("--DB_PORT=".length()))))
                .orElseGet(() -> embedded(dataDir));
    }

    public static Things embedded(Path dataDir) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + dataDir.toAbsolutePath() + "/camunda-flows;WRITE_DELAY=0");
        source.setUser("sa");
        source.setPassword("");
        return new Things(source, new Database(source, SQLDialect.H2, "items"));
    }

    private static Things onPostgres(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        return new Things(source, new Database(source, SQLDialect.POSTGRES, "public"));
    }

    public void create() {
        new SystemTables(source, database).migrate();
        SchemaChanges schema = new SchemaChanges(database, new SchemaReader(database));
        schema.createCollection(json("{\"collection\":\"things\",\"meta\":{},\"schema\":{}}"));
        schema.createField("things", json("{\"field\":\"title\",\"type\":\"string\"}"));
    }

    private static JsonNode json(String text) {
        return ServerClient.json(text);
    }

    /** How many events wait whose flows have not been started. */
    int notStarted() {
        return database.sql()
                .fetchCount(
                        DSL.table(DSL.name("camunda_flows", "flows_outbox")),
                        DSL.field(DSL.name("run")).isNull());
    }
}
