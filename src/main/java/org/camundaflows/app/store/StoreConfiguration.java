package org.camundaflows.app.store;

import javax.sql.DataSource;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.schema.SystemTables;
import org.camundaflows.store.sql.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the items. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    ItemsSource itemsSource(
            FlowsProperties settings,
            DataSource engine,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int poolSize) {
        return ItemsSource.open(settings.items(), engine, poolSize);
    }

    /** Whoever gets it finds the system tables in it. */
    @Bean
    Database itemsDatabase(ItemsSource source) {
        Database database = source.database();
        new SystemTables(source.source(), database).migrate();
        return database;
    }

    @Bean
    SchemaReader schemaReader(Database database) {
        return new SchemaReader(database);
    }
}
