package org.camundaflows.store.access.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.camundaflows.security.CompactToken;
import org.camundaflows.store.access.AccessRules;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls by the token of the request (specification: access, section 6): a static token of a user, or a signed
 * one. What a signed token says of rights is not believed: role and rights are those the user has now. Tokens of shares
 * are callers without a user.
 */
public final class TokenAccounts implements Accounts {

    private static final int USER_AGENT_LENGTH = 1024;

    private final Users users;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final AccessRules rules;

    public TokenAccounts(Users users, Sessions sessions, AccessTokens tokens, AccessRules rules) {
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.rules = rules;
    }

    @Override
    public ObjectNode accountability(Caller caller) {
        Optional<UserAccount> user = caller.token().flatMap(this::user);
        return of(user.orElse(null), caller).json();
    }

    private Accountability of(@Nullable UserAccount user, Caller caller) {
        return rules.accountability(
                user == null ? null : user.id(),
                user == null ? null : user.role(),
                caller.ip(),
                shortened(caller.userAgent()),
                sent(caller.origin()));
    }

    /** Empty for the public. */
    private Optional<UserAccount> user(String token) {
        Optional<CompactToken> signed = AccessTokens.parse(token);
        return signed.isPresent()
                ? signedIn(tokens.verify(signed.get()))
                : Optional.of(users.withToken(token).orElseThrow(TokenAccounts::invalid));
    }

    private Optional<UserAccount> signedIn(JsonNode claims) {
        String id = claims.path("id").textValue();
        if (claims.has("session") && !isOpen(claims.path("session").asText(), id)) {
            throw invalid();
        }
        return id == null ? Optional.empty() : Optional.of(users.active(id).orElseThrow(TokenAccounts::invalid));
    }

    private boolean isOpen(String session, @Nullable String user) {
        return sessions.recent(session)
                .filter(row -> Objects.equals(row.user(), user))
                .isPresent();
    }

    private static AccessException invalid() {
        return new AccessException(AccessError.INVALID_CREDENTIALS);
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= USER_AGENT_LENGTH
                ? sent(userAgent)
                : userAgent.substring(0, USER_AGENT_LENGTH);
    }

    private static @Nullable String sent(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
