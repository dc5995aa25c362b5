package org.camundaflows.store.access.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.security.TokenDigest;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.schema.SystemTable;
import org.camundaflows.store.sql.Database;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The rows of {@code directus_users}. */
final class UserTable {

    /** Stands before what is kept of a token that is not kept itself. */
    private static final String DIGEST = "sha256:";

    private final Database database;
    private final SchemaSource schemas;

    UserTable(Database database, SchemaSource schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    Optional<UserAccount> byId(String id) {
        return table().flatMap(users -> first(users, users.is("id", id)));
    }

    /** @param token kept as it is, as Directus does, or as {@link #kept} gives it */
    Optional<UserAccount> byToken(String token) {
        // what is kept in place of a token opens nothing
        return token.startsWith(DIGEST)
                ? Optional.empty()
                : table().flatMap(users ->
                        first(users, users.is("token", token).or(users.is("token", kept(TokenDigest.of(token))))));
    }

    /** Addresses are kept in lower case. */
    Optional<UserAccount> byEmail(String email) {
        return table().flatMap(users ->
                first(users, users.is("email", email).or(users.is("email", email.toLowerCase(Locale.ROOT)))));
    }

    /** @param identifier who the user is elsewhere */
    Optional<UserAccount> byExternalIdentifier(String identifier) {
        return table().filter(users -> users.has("external_identifier"))
                .flatMap(users -> first(users, users.is("external_identifier", identifier)));
    }

    static String kept(TokenDigest token) {
        return DIGEST + token.hex();
    }

    void touch(String id, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("last_access", now.atOffset(ZoneOffset.UTC));
        update(id, values);
    }

    void update(String id, Map<String, @Nullable Object> values) {
        table().ifPresent(users -> users.update(users.is("id", id), values));
    }

    private static Optional<UserAccount> first(SystemTable users, Condition condition) {
        List<UserAccount> found = users.rows(condition, UserAccount.COLUMNS).stream()
                .map(UserAccount::of)
                .toList();
        return found.stream().findFirst();
    }

    private Optional<SystemTable> table() {
        return SystemTable.find(database, schemas.current(), "directus_users");
    }
}
