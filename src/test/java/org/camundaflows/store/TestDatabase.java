package org.camundaflows.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Assumptions;

/** The databases that items are tested on; for parameterized tests: {@code @EnumSource}. */
public enum TestDatabase {
    H2 {
        @Override
        TestStore open() {
            HikariDataSource source = pool("jdbc:h2:mem:" + UUID.randomUUID(), "sa");
            return new TestStore(source, new Database(source, SQLDialect.H2, "items"), source::close);
        }
    },
    POSTGRESQL {
        @Override
        TestStore open() {
            DataSource source = Server.source();
            String schema = "items" + SCHEMAS.incrementAndGet();
            Database database = new Database(source, SQLDialect.POSTGRES, schema);
            return new TestStore(source, database, () -> database.sql()
                    .dropSchemaIfExists(DSL.name(schema))
                    .cascade()
                    .execute());
        }
    };

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final int CONNECTIONS = 8;
    private static final String USER = "postgres";

    /** A database without any table. */
    abstract TestStore open();

    /** A database without any table; on PostgreSQL a schema of its own on a server that all tests share. */
    public TestStore bare() {
        return open();
    }

    /** With the system tables, and nothing in them. */
    public TestStore empty() {
        TestStore store = open();
        store.migrate();
        return store;
    }

    /** @param world name of a file in {@code conformance/worlds} */
    public TestStore world(String world) {
        return empty().load(world);
    }

    /** A PostgreSQL database of its own, as SQL of a dump leaves it. */
    public static TestStore restored(String dump) {
        TestStore store = separate();
        try (Connection connection = store.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(dump);
            statement.execute("reset all");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    /** A PostgreSQL database of its own without any table. */
    public static TestStore separate() {
        String name = "separate" + SCHEMAS.incrementAndGet();
        DSL.using(Server.source(), SQLDialect.POSTGRES).execute("create database {0}", DSL.name(name));
        HikariDataSource source = pool(Server.url(name), USER);
        return new TestStore(source, new Database(source, SQLDialect.POSTGRES, "public"), source::close);
    }

    static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** One server for all tests of this JVM; it ends with it. */
    private static final class Server {

        private static EmbeddedPostgres server;
        private static HikariDataSource source;

        private static synchronized DataSource source() {
            if (source == null) {
                server = start();
                source = pool(url("postgres"), USER);
            }
            return source;
        }

        private static String url(String database) {
            return server.getJdbcUrl(USER, database);
        }

        /** PostgreSQL does not run as root; its wrapper then uses a user namespace, which not every machine allows. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException | IllegalStateException e) {
                if (!"root".equals(System.getProperty("user.name"))) {
                    throw new IllegalStateException(e);
                }
                System.err.println("############ NOT TESTED ON POSTGRESQL: it does not start as root here: " + e);
                return Assumptions.abort("PostgreSQL does not start as root on this machine: " + e);
            }
        }
    }
}
