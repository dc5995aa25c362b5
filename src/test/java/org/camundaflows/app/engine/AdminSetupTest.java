package org.camundaflows.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.TokenDigest;
import org.camundaflows.store.access.AccessDatabase;
import org.camundaflows.store.access.account.AccountsSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class AdminSetupTest {

    private static ProcessEngine engine;
    private static IdentityService identity;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final AccountsSetup items = new AccountsSetup(AccessDatabase.today());
    private int secrets;

    @BeforeAll
    static void start() {
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:admin-setup")
                .setProcessEngineName("admin-setup")
                .buildProcessEngine();
        identity = engine.getIdentityService();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void forget() {
        for (String key : identity.getUserInfoKeys("admin")) {
            identity.deleteUserInfo("admin", key);
        }
        identity.deleteUser("admin");
        identity.deleteGroup("camunda-admin");
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .list()
                .forEach(grant -> engine.getAuthorizationService().deleteAuthorization(grant.getId()));
    }

    @Test
    void theFirstStartMakesAnAdministratorAndShowsItsSecretsOnce() {
        setUp(null, null);
        assertThat(output()).contains("password   secret1", "API token  secret2");
        assertThat(identity.checkPassword("admin", "secret1")).isTrue();
        assertThat(call("secret2").admin()).isTrue();
        assertThat(call("secret2").app()).isTrue();
        assertThat(items.canSignIn("a@b.org", "secret1")).isTrue();
        console.reset();
        setUp(null, null);
        assertThat(output()).isEmpty();
        assertThat(call("secret2").admin()).isTrue();
    }

    @Test
    void configuredSecretsAreNotPrinted() {
        setUp("pw", "tk");
        assertThat(output()).isEmpty();
        assertThat(identity.checkPassword("admin", "pw")).isTrue();
        assertThat(items.canSignIn("a@b.org", "pw")).isTrue();
        assertThat(call("tk").admin()).isTrue();
    }

    @Test
    void configuredSecretsAreAppliedAtLaterStarts() {
        setUp(null, null);
        String user = call("secret2").user();
        setUp("pw", "tk");
        assertThat(identity.checkPassword("admin", "pw")).isTrue();
        assertThat(items.canSignIn("a@b.org", "pw")).isTrue();
        assertThat(items.canSignIn("a@b.org", "secret1")).isFalse();
        assertThat(call("tk").user()).isEqualTo(user);
        assertThat(isKnown("secret2")).isFalse();
    }

    @Test
    void neitherTokenNorPasswordIsStored() {
        setUp("very-secret-password", "very-secret-token");
        assertThat(items.db
                        .database
                        .sql()
                        .fetch("select * from \"directus_users\"")
                        .format(1000))
                .doesNotContain("very-secret-token", "very-secret-password");
    }

    @Test
    void theAdministratorOfAnEarlierVersionKeepsIdRoleAndToken() {
        String id = UUID.randomUUID().toString();
        String role = UUID.randomUUID().toString();
        User user = identity.newUser("admin");
        user.setPassword("its own");
        identity.saveUser(user);
        identity.setUserInfo("admin", "camundaflows.id", id);
        identity.setUserInfo("admin", "camundaflows.role", role);
        identity.setUserInfo(
                "admin",
                "camundaflows.token.sha256",
                TokenDigest.of("its-token").hex());
        setUp(null, null);
        assertThat(output()).isEmpty();
        assertThat(identity.checkPassword("admin", "its own")).isTrue();
        Accountability admin = call("its-token");
        assertThat(admin.user()).isEqualTo(id);
        assertThat(admin.roles()).containsExactly(role);
        assertThat(admin.admin()).isTrue();
    }

    @Test
    void aDatabaseWithAdministratorsGetsNoFurtherOne() {
        String role = items.db.role("Chiefs", null);
        items.db.grant(role, null, items.db.policy(true, true, null), 1);
        items.db.user("chief@b.org", role, "chief");
        setUp("pw", "tk");
        assertThat(isKnown("tk")).isFalse();
        assertThat(call("chief").admin()).isTrue();
        assertThat(identity.checkPassword("admin", "pw")).isTrue();
    }

    @Test
    void anAdministratorByPolicyOfItsOwnCountsToo() {
        String chief = items.db.user("chief@b.org", null, "chief");
        items.db.grant(null, chief, items.db.policy(true, true, null), 1);
        setUp("pw", "tk");
        assertThat(isKnown("tk")).isFalse();
    }

    @Test
    void usersWithoutAllRightsAreNoReasonNotToMakeOne() {
        items.db.user("somebody@b.org", items.db.role("Editors", null), "editor");
        setUp("pw", "tk");
        assertThat(call("tk").admin()).isTrue();
    }

    @Test
    void aUserOfTheEngineWhoWasDeletedIsMadeAnewAndStaysTheSameForFlows() {
        setUp("pw", "tk");
        String before = call("tk").user();
        identity.deleteUser("admin");
        setUp(null, null);
        assertThat(output()).contains("password   secret1").doesNotContain("API token");
        assertThat(call("tk").user()).isEqualTo(before);
    }

    @Test
    void ofTwoNodesThatStartAtOnceTheLaterOneChangesNothing() {
        setUp(null, null, new TransactionOperations() {
            private boolean first = true;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (first) {
                    first = false;
                    setUp("of the other node", "token-of-the-other-node");
                    throw new ProcessEngineException("ENGINE-03083 constraint violated");
                }
                return TransactionOperations.withoutTransaction().execute(action);
            }
        });
        assertThat(output()).isEmpty();
        assertThat(identity.checkPassword("admin", "of the other node")).isTrue();
        assertThat(call("token-of-the-other-node").admin()).isTrue();
    }

    @Test
    void theAdministratorIsInTheGroupWithAllRights() {
        setUp("pw", "tk");
        EngineUsers users = new EngineUsers(identity);
        assertThat(users.signIn("admin", "pw").orElseThrow().admin()).isTrue();
        assertThat(users.signIn("A@B.org", "pw").orElseThrow().admin()).isTrue();
        assertThat(users.signIn("admin", "wrong")).isEmpty();
        assertThat(users.signIn("nobody@b.org", "pw")).isEmpty();
        assertThat(engine.getAuthorizationService()
                        .isUserAuthorized(
                                "someone", List.of("camunda-admin"), Permissions.DELETE, Resources.DEPLOYMENT))
                .isTrue();
    }

    private Accountability call(String token) {
        return Accountability.of(items.call(token)).orElseThrow();
    }

    private boolean isKnown(String token) {
        try {
            items.call(token);
            return true;
        } catch (AccessException e) {
            return false;
        }
    }

    private void setUp(@Nullable String password, @Nullable String token) {
        setUp(password, token, TransactionOperations.withoutTransaction());
    }

    private void setUp(@Nullable String password, @Nullable String token, TransactionOperations transaction) {
        new AdminSetup(
                        identity,
                        new AdminGroup(identity, engine.getAuthorizationService()),
                        items.administrators(),
                        new FlowsProperties.Admin("a@b.org", password, token),
                        transaction,
                        () -> "secret" + ++secrets,
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .afterSingletonsInstantiated();
    }

    private String output() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
