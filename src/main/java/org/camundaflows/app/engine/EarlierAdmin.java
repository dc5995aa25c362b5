package org.camundaflows.app.engine;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camundaflows.security.TokenDigest;
import org.jspecify.annotations.Nullable;

/**
 * What versions before 0.2 kept of the administrator as user info of the engine, before there was a table of users.
 *
 * @param id of the user, as runs have recorded it
 * @param role id of the role
 */
record EarlierAdmin(String id, String role, TokenDigest token) {

    private static final String ID = "camundaflows.id";
    private static final String ROLE = "camundaflows.role";
    private static final String TOKEN = "camundaflows.token.sha256";

    static Optional<EarlierAdmin> find(IdentityService identity, String userId) {
        String id = info(identity, userId, ID);
        String role = info(identity, userId, ROLE);
        String token = info(identity, userId, TOKEN);
        return id == null || role == null || token == null
                ? Optional.empty()
                : Optional.of(new EarlierAdmin(
                        UUID.fromString(id).toString(), UUID.fromString(role).toString(), new TokenDigest(token)));
    }

    private static @Nullable String info(IdentityService identity, String userId, String key) {
        return identity.getUserInfo(userId, key);
    }
}
