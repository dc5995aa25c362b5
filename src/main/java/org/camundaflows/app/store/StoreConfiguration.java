package org.camundaflows.app.store;

import java.util.Set;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.schema.SystemTables;
import org.camundaflows.store.sql.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of the items. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final Set<String> METADATA = Set.of("directus_collections", "directus_fields", "directus_relations");

    @Bean
    ItemsSource itemsSource(
            FlowsProperties settings,
            DataSourceProperties engine,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int poolSize) {
        return new ItemsSource(settings.items(), engine, poolSize);
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
        SchemaReader reader = new SchemaReader(database);
        database.observe(tables -> {
            if (tables.stream().anyMatch(METADATA::contains)) {
                reader.invalidate();
            }
        });
        return reader;
    }
}
