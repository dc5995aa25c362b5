package org.camundaflows.app.engine;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camundaflows.app.security.AdminAccount;
import org.camundaflows.security.TokenDigest;
import org.jspecify.annotations.Nullable;

/** What is stored of the administrator beside the engine's own user row, as user info of the identity service. */
final class AdminRecord {

    static final String USER_ID = "admin";

    private static final String ID = "camundaflows.id";
    private static final String ROLE = "camundaflows.role";
    private static final String TOKEN = "camundaflows.token.sha256";

    private final IdentityService identity;

    AdminRecord(IdentityService identity) {
        this.identity = identity;
    }

    Optional<AdminAccount> read() {
        User user = identity.createUserQuery().userId(USER_ID).singleResult();
        String id = info(ID);
        String role = info(ROLE);
        String token = info(TOKEN);
        if (user == null || id == null || role == null || token == null) {
            return Optional.empty();
        }
        String email = user.getEmail() == null ? "" : user.getEmail();
        return Optional.of(
                new AdminAccount(USER_ID, email, UUID.fromString(id), UUID.fromString(role), new TokenDigest(token)));
    }

    boolean hasToken() {
        return info(TOKEN) != null;
    }

    void saveToken(String token) {
        identity.setUserInfo(USER_ID, TOKEN, TokenDigest.of(token).hex());
    }

    /** Gives the account its ids, once. */
    void ensureIds() {
        for (String key : new String[] {ID, ROLE}) {
            if (info(key) == null) {
                identity.setUserInfo(USER_ID, key, UUID.randomUUID().toString());
            }
        }
    }

    private @Nullable String info(String key) {
        return identity.getUserInfo(USER_ID, key);
    }
}
