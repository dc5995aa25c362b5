package org.camundaflows.app.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.app.settings.InvalidSetting;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.jooq.tools.jdbc.JDBCUtils;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the database of the items: that of the engine, or one of its own. No data source for Spring, whose
 * transactions and further services are the engine's alone.
 */
final class ItemsSource implements AutoCloseable {

    private static final String H2_SCHEMA = "items";
    private static final String POSTGRES_SCHEMA = "public";

    private final DataSource source;
    private final @Nullable HikariDataSource own;
    private final SQLDialect dialect;
    private final String schema;

    private ItemsSource(DataSource source, @Nullable HikariDataSource own, FlowsProperties.Items settings) {
        this.source = source;
        this.own = own;
        this.dialect = dialect(source);
        this.schema =
                settings.schema() != null ? settings.schema() : dialect == SQLDialect.H2 ? H2_SCHEMA : POSTGRES_SCHEMA;
    }

    /** @param poolSize connections to a database of its own */
    static ItemsSource open(FlowsProperties.Items settings, DataSource engine, int poolSize) {
        if (settings.url() == null) {
            return new ItemsSource(engine, null, settings);
        }
        HikariDataSource own = new HikariDataSource();
        own.setPoolName("items");
        own.setJdbcUrl(settings.url());
        own.setUsername(settings.username());
        own.setPassword(settings.password());
        own.setMaximumPoolSize(poolSize);
        own.setMinimumIdle(Math.min(poolSize, 4));
        return new ItemsSource(own, own, settings);
    }

    private static SQLDialect dialect(DataSource source) {
        try (Connection connection = source.getConnection()) {
            SQLDialect dialect = JDBCUtils.dialect(connection).family();
            if (dialect == SQLDialect.H2 || dialect == SQLDialect.POSTGRES) {
                return dialect;
            }
            String url = connection.getMetaData().getURL().replaceFirst("[;?].*", "");
            throw InvalidSetting.of("flows.items.url", url, "a database of H2 or PostgreSQL");
        } catch (SQLException e) {
            throw InvalidSetting.of("flows.items.url", "", "a database that can be opened (" + e.getMessage() + ")");
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
        if (own != null) {
            own.close();
        }
    }
}
