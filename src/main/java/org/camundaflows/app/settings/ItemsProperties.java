package org.camundaflows.app.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database with the items, users and flows.
 *
 * @param url JDBC address; that of the engine's database when unset
 * @param username user of the database; that of the engine when unset
 * @param password password of the database; that of the engine when unset
 * @param schema schema of the tables; items in H2 and public in PostgreSQL when unset
 * @param triggers which stored flows are run here, by their trigger; a Directus on the same database may run the others
 * @param defaultLimit how many items a query finds that does not say
 * @param maxLimit how many items a query finds at most; no limit when unset
 */
@ConfigurationProperties("flows.items")
public record ItemsProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String schema,
        @DefaultValue({"event", "webhook", "schedule", "operation", "manual"}) List<String> triggers,
        @DefaultValue("100") int defaultLimit,
        @Nullable Integer maxLimit) {

    public ItemsProperties {
        triggers = List.copyOf(triggers);
    }

    @Override
    public String toString() {
        return "ItemsProperties[schema=" + schema + ", triggers=" + triggers + "]";
    }
}
