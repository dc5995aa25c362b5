package org.camundaflows.store.access.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Caller;
import org.camundaflows.security.CompactToken;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with e-mail address and password, and what follows from it. Each method throws {@link AccessException} when
 * it refuses, {@link AccessError#INVALID_CREDENTIALS} unless stated otherwise, and {@link
 * org.camundaflows.store.error.ItemException} when a flow that listens does.
 */
public final class SignIn {

    private final Database database;
    private final UserTable users;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final AccessRules rules;
    private final CredentialCheck check;
    private final SignInEvents events;
    private final SignInRecord record;
    private final Lifetimes lifetimes;
    private final Clock clock;

    public SignIn(
            Database database,
            SchemaSource schemas,
            Users users,
            Sessions sessions,
            AccessTokens tokens,
            AccessRules rules,
            Passwords passwords,
            ItemEvents listeners,
            Lifetimes lifetimes,
            Clock clock) {
        this.database = database;
        this.users = users.table();
        this.sessions = sessions;
        this.tokens = tokens;
        this.rules = rules;
        this.check = new CredentialCheck(passwords, clock);
        this.events = new SignInEvents(listeners, database);
        this.record = new SignInRecord(database, schemas);
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /**
     * Signs somebody in; {@link AccessError#INVALID_OTP} without the one-time password of a user who needs one.
     *
     * @param body {@code email} and {@code password}, perhaps {@code otp}
     * @param session whether the access token is to end with the session
     */
    public IssuedTokens login(ObjectNode body, boolean session, Caller caller) {
        UserAccount known = users.byEmail(body.path("email").asText()).orElse(null);
        String id = known == null ? null : known.id();
        ObjectNode credentials = events.attempted(body, id, caller);
        UserAccount user = checked(known, credentials, id, caller);
        IssuedTokens issued = database.inTransaction(() -> {
            String refresh = sessions.open(user.id(), refreshLifetime(session), caller);
            IssuedTokens made = issue(user, refresh, "login", session, caller);
            record.signedIn(user.id(), caller, clock.instant());
            users.touch(user.id(), clock.instant());
            return made;
        });
        events.succeeded(credentials, user.id(), caller);
        return issued;
    }

    private UserAccount checked(
            @Nullable UserAccount known, ObjectNode credentials, @Nullable String id, Caller caller) {
        String password = credentials.path("password").asText();
        String otp = credentials.path("otp").asText();
        try {
            return check.check(known, password, otp, record.allowedAttempts());
        } catch (AccessException e) {
            events.failed(credentials, id, e.error(), caller);
            throw e;
        }
    }

    /** Gives new tokens for a refresh token, which then is good no more; for a session, some seconds longer. */
    public IssuedTokens refresh(String refreshToken, boolean session, Caller caller) {
        return database.inTransaction(() -> {
            SessionRow row = sessions.find(refreshToken).orElseThrow(SignIn::invalid);
            UserAccount user = Optional.ofNullable(row.user())
                    .flatMap(users::byId)
                    .filter(UserAccount::isActive)
                    .orElseThrow(SignIn::invalid);
            String next = session
                    ? sessions.replace(row, user.id(), lifetimes.session(), caller)
                    : sessions.rotate(row, lifetimes.refresh()).orElseThrow(SignIn::invalid);
            users.touch(user.id(), clock.instant());
            return issue(user, next, "refresh", session, caller);
        });
    }

    /** Ends a session; nothing happens when there is none. */
    public void logout(String refreshToken) {
        sessions.close(refreshToken);
    }

    /**
     * The session an access token belongs to.
     *
     * @throws AccessException as for any call with this token
     */
    public Optional<String> session(String accessToken) {
        Optional<CompactToken> token = AccessTokens.parse(accessToken);
        return token.map(tokens::verify).map(claims -> claims.path("session").textValue());
    }

    private IssuedTokens issue(UserAccount user, String refresh, String type, boolean session, Caller caller) {
        Accountability rights = rules.accountability(user.id(), user.role(), caller.ip(), null, null);
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("id", user.id())
                .put("role", user.role())
                .put("app_access", rights.app())
                .put("admin_access", rights.admin());
        if (session) {
            claims.put("session", refresh);
        }
        Duration lifetime = session ? lifetimes.session() : lifetimes.access();
        String token = tokens.issue(events.claims(claims, user.id(), type, caller), lifetime);
        return new IssuedTokens(token, lifetime, refresh, refreshLifetime(session));
    }

    private Duration refreshLifetime(boolean session) {
        return session ? lifetimes.session() : lifetimes.refresh();
    }

    private static AccessException invalid() {
        return new AccessException(AccessError.INVALID_CREDENTIALS);
    }
}
