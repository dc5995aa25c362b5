package org.camundaflows.store.items;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Assumptions;

/** The databases that items are written into. */
enum Engine {
    H2(SQLDialect.H2) {
        @Override
        DataSource open() {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL(SQLDialect.POSTGRES) {
        @Override
        DataSource open() {
            return Server.POSTGRES.getPostgresDatabase();
        }
    };

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException | IllegalStateException e) {
                System.err.println("############ NOT TESTED ON POSTGRESQL: " + e);
                return Assumptions.abort("PostgreSQL does not start on this machine: " + e);
            }
        }
    }

    final SQLDialect dialect;

    Engine(SQLDialect dialect) {
        this.dialect = dialect;
    }

    abstract DataSource open();
}
