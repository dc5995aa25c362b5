package org.camundaflows.store.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Caller;
import org.camundaflows.security.CompactToken;
import org.camundaflows.store.access.AccessDatabase;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static final String HASH = AccountsSetup.PASSWORDS.hash("correct horse");

    private static final Caller CALLER = new Caller(null, null, "10.0.0.1", "curl/8", "https://x.org");

    private final AccountsSetup setup = new AccountsSetup(AccessDatabase.today());
    private final AccessDatabase db = setup.db;
    private final Listener listener = new Listener();
    private final SignIn signIn = setup.signIn(listener);
    private final String user = user("a@b.org", HASH);

    private String user(String email, @Nullable String hash) {
        String id = db.user(email, null, email);
        db.execute("update \"directus_users\" set \"password\" = ? where \"email\" = ?", hash, email);
        return id;
    }

    @Test
    void theRightPasswordGivesTokens() {
        IssuedTokens tokens = login("a@b.org", "correct horse", false);
        assertThat(tokens.lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(tokens.refreshLifetime()).isEqualTo(Duration.ofDays(7));
        assertThat(tokens.refreshToken()).hasSize(64);
        assertThat(setup.call(tokens.accessToken()).path("user").textValue()).isEqualTo(user);
        JsonNode claims = CompactToken.parse(tokens.accessToken()).orElseThrow().payload();
        assertThat(claims)
                .hasToString("{\"id\":\"" + user + "\",\"role\":null,\"app_access\":false,\"admin_access\":false,"
                        + "\"iat\":1714564800,\"exp\":1714565700,\"iss\":\"directus\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "a@b.org, wrong",
        "a@b.org, ''",
        "a@b.org, Correct horse",
        "nobody@b.org, correct horse",
        "'', correct horse"
    })
    void wrongCredentialsAreAllRefusedAlike(String email, String password) {
        refused(() -> login(email, password, false), AccessError.INVALID_CREDENTIALS);
        assertThat(listener.heard).last().asString().contains("\"status\":\"fail\"", "INVALID_CREDENTIALS");
    }

    @Test
    void theAddressCountsInAnyCase() {
        assertThat(login("A@B.org", "correct horse", false)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "draft", "invited", "unverified", "archived"})
    void onlyActiveUsersSignIn(String status) {
        db.execute("update \"directus_users\" set \"status\" = ?", status);
        refused(() -> login("a@b.org", "correct horse", false), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void usersOfOtherProvidersDoNotSignInHere() {
        db.execute("update \"directus_users\" set \"provider\" = 'github'");
        refused(() -> login("a@b.org", "correct horse", false), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void usersWithoutPasswordDoNotSignIn() {
        user("c@d.org", null);
        refused(() -> login("c@d.org", "", false), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void afterTooManyFailuresTheRightPasswordIsRefusedForAWhile() {
        db.insert("directus_settings", AccessDatabase.row("id", 1, "auth_login_attempts", 2));
        for (int i = 0; i < 2; i++) {
            refused(() -> login("a@b.org", "wrong", false), AccessError.INVALID_CREDENTIALS);
        }
        refused(() -> login("a@b.org", "correct horse", false), AccessError.INVALID_CREDENTIALS);
        db.clock.pass(Duration.ofMinutes(15));
        assertThat(login("a@b.org", "correct horse", false)).isNotNull();
        refused(() -> login("a@b.org", "wrong", false), AccessError.INVALID_CREDENTIALS);
        assertThat(login("a@b.org", "correct horse", false)).isNotNull();
    }

    @Test
    void aUserWithOneTimePasswordsNeedsOne() {
        db.execute("update \"directus_users\" set \"tfa_secret\" = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'");
        refused(() -> login("a@b.org", "correct horse", false), AccessError.INVALID_OTP);
        ObjectNode body = AccountsSetup.credentials("a@b.org", "correct horse").put("otp", "000000");
        refused(() -> signIn.login(body, false, CALLER), AccessError.INVALID_OTP);
    }

    @Test
    void signingInLeavesTraces() {
        login("a@b.org", "correct horse", false);
        assertThat(db.database
                        .sql()
                        .fetch("select \"action\", \"user\", \"ip\", \"user_agent\", \"origin\", \"item\" from "
                                + "\"directus_activity\"")
                        .map(row -> row.intoList().toString()))
                .containsExactly("[login, " + user + ", 10.0.0.1, curl/8, https://x.org, " + user + "]");
        assertThat(db.database
                        .sql()
                        .fetchCount(
                                org.jooq.impl.DSL.table("\"directus_users\""),
                                org.jooq.impl.DSL.condition("\"last_access\" is not null")))
                .isEqualTo(1);
    }

    @Test
    void flowsHearOfSigningIn() {
        login("a@b.org", "correct horse", false);
        assertThat(listener.heard)
                .containsExactly(
                        "filter auth.login {\"status\":\"pending\",\"user\":\"" + user
                                + "\",\"provider\":\"default\"} {\"email\":\"a@b.org\",\"password\":\"correct horse\"}",
                        "filter auth.jwt {\"status\":\"pending\",\"user\":\"" + user
                                + "\",\"provider\":\"default\",\"type\":\"login\"} {\"id\":\"" + user
                                + "\",\"role\":null,\"app_access\":false,\"admin_access\":false}",
                        "action auth.login {\"payload\":{\"email\":\"a@b.org\",\"password\":\"correct horse\"},"
                                + "\"status\":\"success\",\"user\":\"" + user + "\",\"provider\":\"default\"}");
    }

    @Test
    void aFlowMayAddClaimsAndRefuse() {
        listener.claim = "department";
        JsonNode claims = CompactToken.parse(
                        login("a@b.org", "correct horse", false).accessToken())
                .orElseThrow()
                .payload();
        assertThat(claims.path("department").textValue()).isEqualTo("added");
        listener.refusal = ErrorValue.known("CLOSED", 418, "Closed", null);
        assertThatThrownBy(() -> login("a@b.org", "correct horse", false)).isInstanceOf(ItemException.class);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        IssuedTokens first = login("a@b.org", "correct horse", false);
        IssuedTokens second = signIn.refresh(first.refreshToken(), false, CALLER);
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(setup.call(second.accessToken()).path("user").textValue()).isEqualTo(user);
        refused(() -> signIn.refresh(first.refreshToken(), false, CALLER), AccessError.INVALID_CREDENTIALS);
        assertThat(listener.heard).last().asString().contains("\"type\":\"refresh\"");
    }

    @Test
    void aRefreshTokenIsGoodForAWeek() {
        IssuedTokens tokens = login("a@b.org", "correct horse", false);
        db.clock.pass(Duration.ofDays(7).minusSeconds(1));
        IssuedTokens next = signIn.refresh(tokens.refreshToken(), false, CALLER);
        db.clock.pass(Duration.ofDays(7));
        refused(() -> signIn.refresh(next.refreshToken(), false, CALLER), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aSuspendedUserRefreshesNothing() {
        IssuedTokens tokens = login("a@b.org", "correct horse", false);
        db.execute("update \"directus_users\" set \"status\" = 'suspended'");
        refused(() -> signIn.refresh(tokens.refreshToken(), false, CALLER), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aRenewedSessionServesSomeSecondsLonger() {
        IssuedTokens first = login("a@b.org", "correct horse", true);
        assertThat(first.lifetime()).isEqualTo(Duration.ofDays(1));
        IssuedTokens second = signIn.refresh(first.refreshToken(), true, CALLER);
        IssuedTokens twin = signIn.refresh(first.refreshToken(), true, CALLER);
        assertThat(twin.refreshToken()).isEqualTo(second.refreshToken()).isNotEqualTo(first.refreshToken());
        setup.call(first.accessToken());
        db.clock.pass(Duration.ofSeconds(10));
        refused(() -> setup.call(first.accessToken()), AccessError.INVALID_CREDENTIALS);
        assertThat(setup.call(second.accessToken()).path("user").textValue()).isEqualTo(user);
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        IssuedTokens tokens = login("a@b.org", "correct horse", true);
        setup.call(tokens.accessToken());
        assertThat(signIn.session(tokens.accessToken())).contains(tokens.refreshToken());
        signIn.logout(tokens.refreshToken());
        refused(() -> setup.call(tokens.accessToken()), AccessError.INVALID_CREDENTIALS);
        refused(() -> signIn.refresh(tokens.refreshToken(), true, CALLER), AccessError.INVALID_CREDENTIALS);
        signIn.logout("nothing");
    }

    @Test
    void expiredSessionsAreSweptOut() {
        login("a@b.org", "correct horse", false);
        db.clock.pass(Duration.ofDays(8));
        login("a@b.org", "correct horse", false);
        assertThat(db.database.sql().fetchCount(org.jooq.impl.DSL.table("\"directus_sessions\"")))
                .isEqualTo(1);
    }

    private IssuedTokens login(String email, String password, boolean session) {
        return signIn.login(AccountsSetup.credentials(email, password), session, CALLER);
    }

    private static void refused(ThrowingCallable call, AccessError error) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AccessException.class, e -> assertThat(e.error())
                .isEqualTo(error));
    }

    private static final class Listener implements ItemEvents {

        final List<String> heard = new ArrayList<>();

        @Nullable
        String claim;

        @Nullable
        ErrorValue refusal;

        @Override
        public JsonNode filter(ItemEvent event, JsonNode payload) {
            heard.add("filter " + String.join(",", event.names()) + " " + event.meta() + " " + payload);
            if (refusal != null) {
                throw new ItemException(refusal);
            }
            return claim != null && event.names().contains("auth.jwt")
                    ? ((ObjectNode) payload.deepCopy()).put(claim, "added")
                    : payload;
        }

        @Override
        public void action(List<ItemEvent> events) {
            events.forEach(event -> heard.add("action " + String.join(",", event.names()) + " " + event.meta()));
        }
    }
}
