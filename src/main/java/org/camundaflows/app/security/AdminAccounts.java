package org.camundaflows.app.security;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.jspecify.annotations.Nullable;

/** Tells who calls, as {@code $accountability} shows it (specification: access, sections 2 and 6). */
final class AdminAccounts implements Accounts {

    private static final int USER_AGENT_LENGTH = 1024;

    private final UserDirectory users;

    AdminAccounts(UserDirectory users) {
        this.users = users;
    }

    /**
     * The accountability of a caller: {@code role, user, roles, admin, app, ip}, then {@code userAgent} and {@code origin}
     * when they were sent. Without a token the caller is the public.
     *
     * @throws AccessException {@link AccessError#INVALID_CREDENTIALS} for an unknown token,
     *     {@link AccessError#INVALID_PAYLOAD} for tokens in header and query
     */
    @Override
    public ObjectNode accountability(Caller caller) {
        Optional<String> token = caller.token();
        ObjectNode accountability = token.isPresent() ? admin(token.get()) : anyone();
        accountability.put("ip", caller.ip());
        putIfSent(accountability, "userAgent", shortened(caller.userAgent()));
        putIfSent(accountability, "origin", caller.origin());
        return accountability;
    }

    private ObjectNode admin(String token) {
        AdminAccount admin = users.admin()
                .filter(account -> account.token().matches(token))
                .orElseThrow(() -> new AccessException(AccessError.INVALID_CREDENTIALS));
        String role = admin.role().toString();
        ObjectNode accountability = JsonNodeFactory.instance.objectNode();
        accountability.put("role", role).put("user", admin.id().toString());
        accountability.putArray("roles").add(role);
        return accountability.put("admin", true).put("app", true);
    }

    private static ObjectNode anyone() {
        ObjectNode accountability = JsonNodeFactory.instance.objectNode();
        accountability.putNull("role").putNull("user").putArray("roles");
        return accountability.put("admin", false).put("app", false);
    }

    private static void putIfSent(ObjectNode accountability, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            accountability.put(name, value);
        }
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= USER_AGENT_LENGTH
                ? userAgent
                : userAgent.substring(0, USER_AGENT_LENGTH);
    }
}
