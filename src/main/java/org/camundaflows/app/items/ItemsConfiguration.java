package org.camundaflows.app.items;

import java.time.Clock;
import java.time.ZoneId;
import org.camundaflows.app.settings.ItemsProperties;
import org.camundaflows.store.access.AccessMemory;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.access.PermissionsOption;
import org.camundaflows.store.access.PolicyRights;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.access.account.Passwords;
import org.camundaflows.store.items.ItemService;
import org.camundaflows.store.items.ItemSettings;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.QueryLimits;
import org.camundaflows.store.schema.SchemaChanges;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.sql.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The items, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
class ItemsConfiguration {

    @Bean
    ItemsDatabase itemsDatabase(
            DataSourceProperties engine,
            ItemsProperties settings,
            @Value("${spring.datasource.hikari.maximum-pool-size:20}") int poolSize) {
        return new ItemsDatabase(engine, settings, poolSize);
    }

    @Bean
    Database database(ItemsDatabase items) {
        return items.database();
    }

    @Bean
    SchemaReader schemaReader(Database database, Clock clock) {
        return new SchemaReader(database, clock);
    }

    @Bean
    SchemaChanges schemaChanges(Database database, SchemaReader schemas) {
        return new SchemaChanges(database, schemas);
    }

    @Bean
    AccessMemory accessMemory(Database database, Clock clock) {
        AccessMemory memory = new AccessMemory(database, clock);
        database.observe(tables -> tables.forEach(memory::changed));
        return memory;
    }

    @Bean
    AccessRules accessRules(Database database, SchemaReader schemas, AccessMemory memory) {
        return new AccessRules(database, schemas, memory);
    }

    @Bean
    PermissionsOption permissionsOption(AccessRules rules) {
        return new PermissionsOption(rules);
    }

    @Bean
    ItemReader itemReader(Database database, SchemaReader schemas, ItemsProperties settings) {
        QueryLimits limits = new QueryLimits(settings.defaultLimit(), settings.maxLimit());
        return new ItemReader(database, schemas, ZoneId.systemDefault(), limits);
    }

    @Bean
    RightsSource rightsSource(AccessRules rules, ItemReader reader, SchemaReader schemas, Clock clock) {
        ZoneId zone = ZoneId.systemDefault();
        return new PolicyRights(rules, new FullLookup(reader, schemas, clock, zone), clock, zone);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
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
