package org.camundaflows.store.items;

import java.util.UUID;
import javax.sql.DataSource;
import org.camundaflows.store.TestDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jooq.SQLDialect;

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
            return TestDatabase.POSTGRESQL.bare().source();
        }
    };

    final SQLDialect dialect;

    Engine(SQLDialect dialect) {
        this.dialect = dialect;
    }

    abstract DataSource open();
}
