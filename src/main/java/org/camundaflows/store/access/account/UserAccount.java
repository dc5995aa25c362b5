package org.camundaflows.store.access.account;

import org.camundaflows.store.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What signing in needs of a row of {@code directus_users}.
 *
 * @param password a hash; null for users who cannot sign in with one
 * @param provider who knows the user's password; {@code default} for this server
 * @param otpSecret of the one-time passwords of a user who needs them; null for others
 */
record UserAccount(
        String id,
        @Nullable String email,
        @Nullable String password,
        String status,
        @Nullable String role,
        String provider,
        @Nullable String otpSecret) {

    static final String[] COLUMNS = {"id", "email", "password", "status", "role", "provider", "tfa_secret"};

    static final String DEFAULT_PROVIDER = "default";

    static UserAccount of(Row row) {
        String provider = row.text("provider");
        return new UserAccount(
                row.textOrEmpty("id"),
                row.text("email"),
                row.text("password"),
                row.textOrEmpty("status"),
                row.text("role"),
                provider == null ? DEFAULT_PROVIDER : provider,
                row.text("tfa_secret"));
    }

    boolean isActive() {
        return status.equals("active");
    }

    @Override
    public String toString() {
        return "UserAccount[id=" + id + "]";
    }
}
