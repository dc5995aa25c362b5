package org.camundaflows.store.access.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camundaflows.security.Caller;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.schema.SystemTable;
import org.camundaflows.store.sql.Database;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the tables of Directus know of signing in: the setting for failures, and the activity. */
final class SignInRecord {

    private static final String ATTEMPTS = "auth_login_attempts";
    private static final int DEFAULT_ATTEMPTS = 25;

    private final Database database;
    private final SchemaSource schemas;

    SignInRecord(Database database, SchemaSource schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    /** How often in a row somebody may fail; without limit when the setting is null. */
    int allowedAttempts() {
        return SystemTable.find(database, schemas.current(), "directus_settings")
                .filter(settings -> settings.has(ATTEMPTS))
                .flatMap(settings ->
                        settings.rows(DSL.noCondition(), ATTEMPTS).stream().findFirst())
                .map(row -> limit(row.text(ATTEMPTS)))
                .orElse(DEFAULT_ATTEMPTS);
    }

    private static int limit(@Nullable String attempts) {
        return attempts == null ? Integer.MAX_VALUE : Integer.parseInt(attempts);
    }

    void signedIn(String user, Caller caller, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("action", "login");
        values.put("user", user);
        values.put("timestamp", now.atOffset(ZoneOffset.UTC));
        values.put("ip", caller.ip());
        values.put("user_agent", caller.userAgent());
        values.put("origin", caller.origin());
        values.put("collection", "directus_users");
        values.put("item", user);
        SystemTable.find(database, schemas.current(), "directus_activity")
                .ifPresent(activity -> activity.insert(values));
    }
}
