package org.camundaflows.store.access.account;

import java.time.Instant;
import org.camundaflows.store.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param user null for sessions of shares
 * @param next token of the session that replaces this one; null when none does
 */
record SessionRow(String token, @Nullable String user, Instant expires, @Nullable String next) {

    static final String[] COLUMNS = {"token", "user", "expires", "next_token"};

    static SessionRow of(Row row) {
        Instant expires = row.moment("expires");
        return new SessionRow(
                row.textOrEmpty("token"),
                row.text("user"),
                expires == null ? Instant.EPOCH : expires,
                row.text("next_token"));
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "SessionRow[user=" + user + "]";
    }
}
