package org.camundaflows.store.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Caller;
import org.camundaflows.security.HmacSecret;
import org.camundaflows.security.TokenDigest;
import org.camundaflows.store.access.AccessDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAccountsTest {

    private final AccountsSetup setup = new AccountsSetup(AccessDatabase.today());
    private final AccessDatabase db = setup.db;
    private final String parent = db.role("parent", null);
    private final String role = db.role("role", parent);
    private final String user = db.user("a@b.org", role, "right");

    @Test
    void withoutTokenTheCallerIsThePublic() {
        assertThat(setup.accounts.accountability(new Caller(null, null, "10.0.0.1", null, null)))
                .hasToString(
                        "{\"role\":null,\"user\":null,\"roles\":[],\"admin\":false,\"app\":false,\"ip\":\"10.0.0.1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer right", "bearer right", "BEARER right"})
    void aStaticTokenNamesItsUser(String header) {
        assertThat(setup.accounts.accountability(new Caller(header, null, "::1", "curl/8", "https://x.org")))
                .hasToString(
                        "{\"role\":\"" + role + "\",\"user\":\"" + user + "\",\"roles\":[\"" + parent + "\",\"" + role
                                + "\"],\"admin\":false,\"app\":false,\"ip\":\"::1\",\"userAgent\":\"curl/8\""
                                + ",\"origin\":\"https://x.org\"}");
    }

    @Test
    void rightsAreThoseOfTheUsersPolicies() {
        db.grant(parent, null, db.policy(true, true, "10.0.0.0/8"), 1);
        assertThat(setup.call("right").path("admin").booleanValue()).isTrue();
        assertThat(setup.accounts
                        .accountability(new Caller("Bearer right", null, "11.0.0.1", null, null))
                        .path("admin")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void theTokenMayStandInTheQuery() {
        assertThat(setup.accounts
                        .accountability(new Caller(null, "right", null, null, null))
                        .path("user")
                        .textValue())
                .isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic cmlnaHQ6", "Bearer", "Bearer ", "Bearer right more", "right"})
    void otherHeadersCountAsNone(String header) {
        assertThat(setup.accounts
                        .accountability(new Caller(header, "", null, null, null))
                        .path("user")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "righ", "rightt", "RIGHT", "a.b.c", "'or'1'='1", "%", "null"})
    void anUnknownTokenIsRefused(String token) {
        refused(() -> setup.call(token), AccessError.INVALID_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "draft", "invited", "unverified", "archived"})
    void onlyActiveUsersMayCall(String status) {
        String token = token(claims(user), Duration.ofMinutes(15));
        db.execute("update \"directus_users\" set \"status\" = ?", status);
        refused(() -> setup.call("right"), AccessError.INVALID_CREDENTIALS);
        refused(() -> setup.call(token), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void tokensInHeaderAndQueryAreRefusedEvenWhenEqual() {
        refused(
                () -> setup.accounts.accountability(new Caller("Bearer right", "right", null, null, null)),
                AccessError.INVALID_PAYLOAD);
    }

    @Test
    void aTokenMayBeKeptAsADigestThatOpensNothing() {
        String kept = UserTable.kept(TokenDigest.of("long-and-random"));
        db.execute("update \"directus_users\" set \"token\" = ?", kept);
        assertThat(setup.call("long-and-random").path("user").textValue()).isEqualTo(user);
        refused(() -> setup.call(kept), AccessError.INVALID_CREDENTIALS);
        refused(() -> setup.call("right"), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aKnownTokenCostsNoStatement() {
        setup.call("right");
        int before = db.source.connections();
        for (int i = 0; i < 100; i++) {
            setup.call("right");
            setup.accounts.accountability(new Caller(null, null, "10.0.0." + i, null, null));
        }
        assertThat(db.source.connections()).isEqualTo(before);
    }

    @Test
    void aTokenThatWasTakenAwayIsRefusedAtOnce() {
        setup.call("right");
        db.execute("update \"directus_users\" set \"token\" = null");
        db.memory.changed("directus_users");
        refused(() -> setup.call("right"), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aTokenThatWasTakenAwayElsewhereIsRefusedWithinASecond() {
        setup.call("right");
        db.execute("update \"directus_users\" set \"token\" = null");
        db.clock.pass(Duration.ofSeconds(1));
        refused(() -> setup.call("right"), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aSignedTokenNamesItsUserWhoseRoleAndRightsAreThoseOfNow() {
        ObjectNode claims = claims(user).put("role", AccessDatabase.id()).put("admin_access", true);
        ObjectNode caller = setup.call(token(claims, Duration.ofMinutes(15)));
        assertThat(caller.path("user").textValue()).isEqualTo(user);
        assertThat(caller.path("role").textValue()).isEqualTo(role);
        assertThat(caller.path("admin").booleanValue()).isFalse();
    }

    @Test
    void anExpiredTokenIsToldFromAForgedOne() {
        String token = token(claims(user), Duration.ofMinutes(15));
        db.clock.pass(Duration.ofSeconds(15 * 60 - 1));
        setup.call(token);
        db.clock.pass(Duration.ofSeconds(1));
        refused(() -> setup.call(token), AccessError.TOKEN_EXPIRED);
        String forged = new AccessTokens(new HmacSecret("other"), db.clock).issue(claims(user), Duration.ofMinutes(15));
        refused(() -> setup.call(forged), AccessError.INVALID_TOKEN);
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String[] parts = token(claims(user), Duration.ofMinutes(15)).split("\\.");
        String other = encode(
                "{\"id\":\"" + AccessDatabase.id()
                        + "\",\"role\":null,\"app_access\":false,\"admin_access\":true,\"iss\":\"directus\",\"exp\":99999999999}");
        refused(() -> setup.call(parts[0] + "." + other + "." + parts[2]), AccessError.INVALID_TOKEN);
        refused(() -> setup.call(parts[0] + "." + other + "."), AccessError.INVALID_TOKEN);
        for (String algorithm : new String[] {"none", "HS512", "hs256", "RS256"}) {
            String header = encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
            String signed = header + "." + other;
            String signature =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(new HmacSecret("secret").sign(signed));
            refused(() -> setup.call(signed + "." + signature), AccessError.INVALID_TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "app_access", "admin_access"})
    void aTokenWithoutItsClaimsIsRefused(String claim) {
        ObjectNode claims = claims(user);
        claims.remove(claim);
        refused(() -> setup.call(token(claims, Duration.ofMinutes(15))), AccessError.INVALID_TOKEN);
    }

    @Test
    void aTokenOfAnotherIssuerIsAStaticOne() {
        String foreign = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode("{\"iss\":\"somebody\"}") + ".x";
        refused(() -> setup.call(foreign), AccessError.INVALID_CREDENTIALS);
        db.execute("update \"directus_users\" set \"token\" = ?", foreign);
        assertThat(setup.call(foreign).path("user").textValue()).isEqualTo(user);
    }

    @Test
    void aTokenOfASessionEndsWithIt() {
        String session = setup.sessions.open(user, Duration.ofDays(1), new Caller(null, null, null, null, null));
        String token = token(claims(user).put("session", session), Duration.ofDays(2));
        assertThat(setup.call(token).path("user").textValue()).isEqualTo(user);
        String stranger = db.user("c@d.org", role, "other");
        String stolen = token(claims(stranger).put("session", session), Duration.ofDays(2));
        refused(() -> setup.call(stolen), AccessError.INVALID_CREDENTIALS);
        setup.sessions.close(session);
        refused(() -> setup.call(token), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aSessionThatHasExpiredIsNone() {
        String session = setup.sessions.open(user, Duration.ofDays(1), new Caller(null, null, null, null, null));
        String token = token(claims(user).put("session", session), Duration.ofDays(2));
        setup.call(token);
        db.clock.pass(Duration.ofDays(1));
        refused(() -> setup.call(token), AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void theCookieCountsWhenThereIsNoOtherToken() {
        String token = token(claims(user), Duration.ofMinutes(15));
        assertThat(setup.accounts
                        .accountability(new Caller(null, null, token, null, null, null))
                        .path("user")
                        .textValue())
                .isEqualTo(user);
        refused(
                () -> setup.accounts.accountability(new Caller("Bearer wrong", null, token, null, null, null)),
                AccessError.INVALID_CREDENTIALS);
    }

    @Test
    void aLongUserAgentIsCut() {
        ObjectNode caller = setup.accounts.accountability(new Caller(null, null, null, "x".repeat(2000), ""));
        assertThat(caller.get("userAgent").textValue()).hasSize(1024);
        assertThat(caller.has("origin")).isFalse();
    }

    private String token(ObjectNode claims, Duration lifetime) {
        return setup.tokens.issue(claims, lifetime);
    }

    private static ObjectNode claims(String user) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", user)
                .putNull("role")
                .put("app_access", false)
                .put("admin_access", false);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(ThrowingCallable call, AccessError error) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AccessException.class, e -> assertThat(e.error())
                .isEqualTo(error));
    }
}
