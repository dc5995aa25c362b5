package org.camundaflows.app.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.app.settings.InvalidSetting;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

/**
 * Connections to the database of the items. They are not those of the engine, even to the same database: a step that works
 * with items holds one of the engine's, and must not have to wait for another of these. No data source for Spring, whose
 * transactions and further services are the engine's alone.
 */
final class ItemsSource implements AutoCloseable {

    private static final String H2_SCHEMA = "items";
    private static final String POSTGRES_SCHEMA = "public";

    private final HikariDataSource source;
    private final SQLDialect dialect;
    private final String schema;

    /** @param engine describes the database that is used when none is set */
    ItemsSource(FlowsProperties.Items settings, DataSourceProperties engine, int poolSize) {
        boolean own = settings.url() != null;
        this.source = new HikariDataSource();
        source.setPoolName("items");
        source.setJdbcUrl(own ? settings.url() : engine.determineUrl());
        source.setUsername(own ? settings.username() : engine.determineUsername());
        source.setPassword(own ? settings.password() : engine.determinePassword());
        source.setMaximumPoolSize(poolSize);
        source.setMinimumIdle(Math.min(poolSize, 4));
        this.dialect = dialect(source);
        this.schema =
                settings.schema() != null ? settings.schema() : dialect == SQLDialect.H2 ? H2_SCHEMA : POSTGRES_SCHEMA;
    }

    private static SQLDialect dialect(HikariDataSource source) {
        String url = source.getJdbcUrl().replaceFirst("[;?].*", "");
        try (Connection connection = source.getConnection()) {
            SQLDialect dialect = JDBCUtils.dialect(connection).family();
            if (dialect == SQLDialect.H2 || dialect == SQLDialect.POSTGRES) {
                return dialect;
            }
            throw InvalidSetting.of("flows.items.url", url, "a database of H2 or PostgreSQL");
        } catch (SQLException | PoolInitializationException e) {
            throw InvalidSetting.of(
                    "flows.items.url",
                    url,
                    "a database that can be opened (" + InvalidSetting.oneLine(String.valueOf(e.getMessage())) + ")");
        }
    }

    DataSource source() {
        return source;
    }

    Database database() {
        return new Database(source, dialect, schema);
    }

    @Override
    public void close() {
        source.close();
    }
}
