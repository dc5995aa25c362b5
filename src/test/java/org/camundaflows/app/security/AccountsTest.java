package org.camundaflows.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camundaflows.json.Json;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final UUID ID = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID ROLE = UUID.fromString("22222222-2222-4222-8222-222222222222");

    private final Accounts accounts =
            new AdminAccounts(new Users(new AdminAccount("admin", "a@b.org", ID, ROLE, TokenDigest.of("right"))));

    @Test
    void withoutTokenTheCallerIsThePublic() {
        assertThat(accountability(new Caller(null, null, "10.0.0.1", null, null)))
                .isEqualTo(
                        "{\"role\":null,\"user\":null,\"roles\":[],\"admin\":false,\"app\":false,\"ip\":\"10.0.0.1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer right", "bearer right", "BEARER right"})
    void theTokenOfTheAdministratorGivesFullRights(String header) {
        assertThat(accountability(new Caller(header, null, "::1", "curl/8", "https://x.org")))
                .isEqualTo("{\"role\":\"" + ROLE + "\",\"user\":\"" + ID + "\",\"roles\":[\"" + ROLE
                        + "\"],\"admin\":true,\"app\":true,\"ip\":\"::1\",\"userAgent\":\"curl/8\""
                        + ",\"origin\":\"https://x.org\"}");
    }

    @Test
    void theTokenMayStandInTheQuery() {
        assertThat(accountability(new Caller(null, "right", null, null, null)))
                .contains("\"admin\":true")
                .endsWith("\"ip\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic cmlnaHQ6", "Bearer", "Bearer ", "Bearer right more", "right"})
    void otherHeadersCountAsNone(String header) {
        assertThat(accountability(new Caller(header, "", null, null, null))).contains("\"admin\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "righ", "rightt", "RIGHT", "a.b.c"})
    void anUnknownTokenIsRefused(String token) {
        assertThatThrownBy(() -> accounts.accountability(new Caller("Bearer " + token, null, null, null, null)))
                .isInstanceOfSatisfying(AccessException.class, failure -> assertThat(
                                Json.write(failure.error().envelope()))
                        .isEqualTo("{\"errors\":[{\"message\":\"Invalid user credentials.\","
                                + "\"extensions\":{\"code\":\"INVALID_CREDENTIALS\"}}]}"));
    }

    @Test
    void theStoredDigestIsNotAToken() {
        String digest = TokenDigest.of("right").hex();
        assertThatThrownBy(() -> accounts.accountability(new Caller("Bearer " + digest, null, null, null, null)))
                .isInstanceOf(AccessException.class);
    }

    @Test
    void tokensInHeaderAndQueryAreRefusedEvenWhenEqual() {
        assertThatThrownBy(() -> accounts.accountability(new Caller("Bearer right", "right", null, null, null)))
                .isInstanceOfSatisfying(AccessException.class, failure -> {
                    assertThat(failure.error().status()).isEqualTo(400);
                    assertThat(failure.error().code()).isEqualTo("INVALID_PAYLOAD");
                    assertThat(failure)
                            .hasMessage("The request uses more than one method for including an access token");
                });
    }

    @Test
    void aLongUserAgentIsCut() {
        Caller caller = new Caller(null, null, null, "x".repeat(2000), "");
        assertThat(accounts.accountability(caller).get("userAgent").textValue()).hasSize(1024);
        assertThat(accounts.accountability(caller).has("origin")).isFalse();
    }

    @Test
    void withoutAdministratorNoTokenIsKnown() {
        Accounts none = new AdminAccounts(new Users(null));
        assertThatThrownBy(() -> none.accountability(new Caller("Bearer right", null, null, null, null)))
                .isInstanceOf(AccessException.class);
    }

    private String accountability(Caller caller) {
        return Json.write(accounts.accountability(caller));
    }

    private record Users(AdminAccount account) implements UserDirectory {

        @Override
        public Optional<AdminAccount> admin() {
            return Optional.ofNullable(account);
        }

        @Override
        public Optional<SignedInUser> signIn(String userId, String password) {
            return Optional.empty();
        }

        @Override
        public Optional<SignedInUser> find(String userId) {
            return Optional.of(new SignedInUser(userId, List.of(), List.of(), true));
        }
    }
}
