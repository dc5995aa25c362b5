package org.camundaflows.app.store;

import java.time.Clock;
import java.time.ZoneId;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.rest.SchemaController;
import org.camundaflows.rest.SchemaRoutes;
import org.camundaflows.security.Accounts;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.access.account.Passwords;
import org.camundaflows.store.items.ItemService;
import org.camundaflows.store.items.ItemSettings;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.QueryLimits;
import org.camundaflows.store.schema.SchemaChanges;
import org.camundaflows.store.schema.SchemaListing;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.sql.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The item services. */
@Configuration(proxyBeanMethods = false)
class ItemsConfiguration {

    @Bean
    ItemReader itemReader(Database database, SchemaReader schemas, FlowsProperties settings) {
        QueryLimits limits = new QueryLimits(
                settings.items().defaultLimit(), settings.items().maxLimit());
        return new ItemReader(database, schemas, ZoneId.systemDefault(), limits);
    }

    @Bean
    SchemaChanges schemaChanges(Database database, SchemaReader schemas) {
        return new SchemaChanges(database, schemas);
    }

    @Bean
    SchemaController schemaController(
            Database database,
            SchemaReader schemas,
            SchemaChanges changes,
            Accounts accounts,
            RightsSource rights,
            FlowsProperties settings) {
        return new SchemaController(new SchemaRoutes(
                () -> new SchemaListing(database, schemas), changes, accounts, rights, settings.bodyLimit()));
    }

    @Bean
    LateEvents itemEvents() {
        return new LateEvents();
    }

    @Bean
    Items items(
            Database database,
            SchemaReader schemas,
            RightsSource rights,
            ItemReader reader,
            LateEvents events,
            Passwords passwords,
            Clock clock) {
        ItemSettings settings = new ItemSettings(clock, ZoneId.systemDefault(), passwords::hash);
        return new ItemService(database, schemas, rights, reader, events, settings);
    }
}
