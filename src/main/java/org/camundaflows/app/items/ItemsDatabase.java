package org.camundaflows.app.items;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.camundaflows.app.settings.ItemsProperties;
import org.camundaflows.store.schema.SystemTables;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

/**
 * The database of the items with connections of its own: a step that reads items holds one of the engine's already, and
 * must not have to wait for another of these.
 */
final class ItemsDatabase implements AutoCloseable {

    private final HikariDataSource source;
    private final Database database;

    /** @param poolSize at most so many connections */
    ItemsDatabase(DataSourceProperties engine, ItemsProperties settings, int poolSize) {
        String url = or(settings.url(), engine.determineUrl());
        this.source = new HikariDataSource();
        source.setPoolName("items");
        source.setJdbcUrl(url);
        source.setUsername(or(settings.username(), engine.determineUsername()));
        source.setPassword(or(settings.password(), engine.determinePassword()));
        source.setMaximumPoolSize(poolSize);
        source.setMinimumIdle(1);
        boolean h2 = url.startsWith("jdbc:h2:");
        this.database = new Database(
                source, h2 ? SQLDialect.H2 : SQLDialect.POSTGRES, or(settings.schema(), h2 ? "items" : "public"));
        new SystemTables(source, database).migrate();
    }

    private static String or(@Nullable String own, String other) {
        return own == null ? other : own;
    }

    DataSource source() {
        return source;
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        source.close();
    }
}
