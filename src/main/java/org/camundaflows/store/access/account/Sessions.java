package org.camundaflows.store.access.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camundaflows.security.Caller;
import org.camundaflows.store.access.AccessMemory;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.schema.SystemTable;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.Recall;
import org.jspecify.annotations.Nullable;

/** The rows of {@code directus_sessions}: refresh tokens, and sessions of browsers. */
public final class Sessions {

    private static final String TABLE = "directus_sessions";

    /** 64 characters, all that the column takes. */
    private static final int TOKEN_BYTES = 48;

    /** How long a browser's requests that are already under way may still use the session that was renewed. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Database database;
    private final SchemaSource schemas;
    private final AccessMemory memory;
    private final Recall<String, SessionRow> rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, SchemaSource schemas, AccessMemory memory, Clock clock) {
        this.database = database;
        this.schemas = schemas;
        this.memory = memory;
        this.rows = memory.recall();
        this.clock = clock;
    }

    /** Opens a session. @return its token */
    String open(String user, Duration lifetime, Caller caller) {
        String token = newToken();
        insert(token, user, lifetime, caller);
        table().delete(table().isBefore("expires", at(clock.instant())));
        return token;
    }

    /** An open session; may be a second old. */
    Optional<SessionRow> recent(String token) {
        return rows.get(token, this::read).filter(session -> session.isOpen(clock.instant()));
    }

    /** An open session as it is now. */
    Optional<SessionRow> find(String token) {
        return read(token).filter(session -> session.isOpen(clock.instant()));
    }

    /** Gives a session a new token; the old one is good for nothing any more. @return the new token */
    Optional<String> rotate(SessionRow session, Duration lifetime) {
        String token = newToken();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("token", token);
        values.put("expires", at(clock.instant().plus(lifetime)));
        int changed = table().update(table().is("token", session.token()), values);
        memory.changed(TABLE);
        return changed == 1 ? Optional.of(token) : Optional.empty();
    }

    /**
     * Opens a session in place of another, which ends some seconds later. Whoever asks twice, as browsers with several
     * windows do, gets the same one.
     *
     * @return its token
     */
    String replace(SessionRow session, String user, Duration lifetime, Caller caller) {
        if (session.next() != null) {
            return session.next();
        }
        String token = newToken();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("next_token", token);
        values.put("expires", at(clock.instant().plus(GRACE)));
        SystemTable table = table();
        int changed = table.update(table.is("token", session.token()).and(table.isNull("next_token")), values);
        if (changed == 0) {
            return find(session.token()).map(SessionRow::next).orElse(token);
        }
        insert(token, user, lifetime, caller);
        memory.changed(TABLE);
        return token;
    }

    void close(String token) {
        table().delete(table().is("token", token));
        memory.changed(TABLE);
    }

    private void insert(String token, String user, Duration lifetime, Caller caller) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("token", token);
        values.put("user", user);
        values.put("expires", at(clock.instant().plus(lifetime)));
        values.put("ip", caller.ip());
        values.put("user_agent", caller.userAgent());
        values.put("origin", caller.origin());
        table().insert(values);
    }

    private Optional<SessionRow> read(String token) {
        return table().rows(table().is("token", token), SessionRow.COLUMNS).stream()
                .map(SessionRow::of)
                .findFirst();
    }

    private SystemTable table() {
        return SystemTable.find(database, schemas.current(), TABLE)
                .orElseThrow(() -> new IllegalStateException("The database has no table " + TABLE));
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
