package org.camundaflows.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Caller;
import org.camundaflows.store.access.AccessDatabase;
import org.camundaflows.store.access.account.AccountsSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityAccountsTest {

    private static ProcessEngine engine;
    private static IdentityService identity;

    private final AccountsSetup items = new AccountsSetup(AccessDatabase.today());
    private final String parent = items.db.role("staff", null);
    private final String role = items.db.role("sales", parent);
    private final IdentityAccounts accounts =
            new IdentityAccounts(identity, items.users, items.db.rules, items.accounts);

    @BeforeAll
    static void start() {
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:identity-accounts")
                .setProcessEngineName("identity-accounts")
                .buildProcessEngine();
        identity = engine.getIdentityService();
        User mary = identity.newUser("mary");
        mary.setPassword("pw");
        mary.setEmail("mary@b.org");
        identity.saveUser(mary);
        // the engine locks users who fail: this one is for failing
        User victim = identity.newUser("victim");
        victim.setPassword("pw");
        identity.saveUser(victim);
        identity.saveGroup(identity.newGroup("sales"));
        identity.createMembership("mary", "sales");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void whoTheApplicationHasSignedInCallsWithTheirGroupsAsRoles() {
        identity.setAuthentication("mary", List.of("sales", "unknown"));
        assertThat(call(null))
                .isEqualTo(new Accountability(role, null, List.of(parent, role), false, false, "10.0.0.1", null, null));
    }

    @Test
    void aUserIsFoundByIdentifierOrAddress() {
        identity.setAuthentication("mary", List.of());
        String byAddress = items.db.user("mary@b.org", null, "t");
        assertThat(call(null).user()).isEqualTo(byAddress);
        String byIdentifier = items.db.user("other@b.org", null, "u");
        items.db.execute(
                "update \"directus_users\" set \"external_identifier\" = 'camunda:mary' where \"email\" = 'other@b.org'");
        assertThat(call(null).user()).isEqualTo(byIdentifier);
    }

    @Test
    void theGroupOfAdministratorsMayDoEverything() {
        identity.setAuthentication("root", List.of("camunda-admin"));
        assertThat(call(null).admin()).isTrue();
        assertThat(call(null).app()).isTrue();
    }

    @Test
    void nameAndPasswordSignInForTheCall() {
        assertThat(call(basic("mary:pw")).roles()).containsExactly(parent, role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim:wrong", "nobody:pw", "victim", ":", ""})
    void wrongNamesAndPasswordsAreRefused(String credentials) {
        assertThatThrownBy(() -> call(basic(credentials))).isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> call("Basic !!!")).isInstanceOf(AccessException.class);
    }

    @Test
    void othersAreAskedForTheirToken() {
        String user = items.db.user("a@b.org", null, "token");
        assertThat(call("Bearer token").user()).isEqualTo(user);
        assertThat(call(null).user()).isNull();
    }

    private Accountability call(@Nullable String authorization) {
        return Accountability.of(accounts.accountability(new Caller(authorization, null, "10.0.0.1", null, null)))
                .orElseThrow();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
