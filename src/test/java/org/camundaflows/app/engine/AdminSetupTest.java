package org.camundaflows.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camundaflows.app.security.AdminAccount;
import org.camundaflows.app.settings.FlowsProperties;
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
    private final MovableClock clock = new MovableClock();
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
    void aForeignUserNamedAdminKeepsItsPasswordAndGetsATokenOnce() {
        User user = identity.newUser("admin");
        user.setPassword("its own");
        identity.saveUser(user);
        setUp(null, null);
        assertThat(identity.checkPassword("admin", "its own")).isTrue();
        assertThat(output()).contains("API token  secret1").doesNotContain("password ");
        assertThat(users().admin()).isPresent();
        console.reset();
        setUp(null, null);
        assertThat(output()).isEmpty();
    }

    @Test
    void configuredSecretsAreNotPrinted() {
        setUp("pw", "tk");
        assertThat(output()).isEmpty();
        assertThat(identity.checkPassword("admin", "pw")).isTrue();
        assertThat(users().admin().orElseThrow().token().matches("tk")).isTrue();
    }

    @Test
    void onlyTheDigestOfTheTokenIsStored() {
        setUp("pw", "very-secret-token");
        assertThat(identity.getUserInfoKeys("admin")).allSatisfy(key -> assertThat(identity.getUserInfo("admin", key))
                .doesNotContain("very-secret-token"));
    }

    @Test
    void anAdministratorWhoWasDeletedIsMadeAnewAtTheNextStart() {
        setUp("pw", "tk");
        AdminAccount before = users().admin().orElseThrow();
        identity.deleteUser("admin");
        assertThat(users().admin()).isEmpty();
        setUp(null, null);
        assertThat(output()).contains("password   secret1", "API token  secret2");
        AdminAccount after = users().admin().orElseThrow();
        assertThat(after.token().matches("tk")).isFalse();
        assertThat(after.token().matches("secret2")).isTrue();
        assertThat(after.id()).isNotEqualTo(before.id()).isNotEqualTo(after.role());
    }

    @Test
    void ofTwoNodesThatStartAtOnceTheLaterOneChangesNothing() {
        setUp(null, null, new TransactionOperations() {
            private boolean first = true;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (first) {
                    first = false;
                    setUp("of the other node", "token of the other node");
                    throw new ProcessEngineException("ENGINE-03083 constraint violated");
                }
                return TransactionOperations.withoutTransaction().execute(action);
            }
        });
        assertThat(output()).isEmpty();
        assertThat(identity.checkPassword("admin", "of the other node")).isTrue();
    }

    @Test
    void aChangedTokenIsSeenWithinSeconds() {
        setUp("pw", "old");
        EngineUsers users = users();
        assertThat(users.admin().orElseThrow().token().matches("old")).isTrue();
        setUp("pw", "new");
        assertThat(users.admin().orElseThrow().token().matches("old")).isTrue();
        clock.now = clock.now.plus(Duration.ofSeconds(10));
        assertThat(users.admin().orElseThrow().token().matches("new")).isTrue();
    }

    @Test
    void theAdministratorIsInTheGroupWithAllRights() {
        setUp("pw", "tk");
        assertThat(users().find("admin").orElseThrow().admin()).isTrue();
        assertThat(users().find("nobody")).isEmpty();
        assertThat(engine.getAuthorizationService()
                        .isUserAuthorized(
                                "someone", List.of("camunda-admin"), Permissions.DELETE, Resources.DEPLOYMENT))
                .isTrue();
    }

    private void setUp(@Nullable String password, @Nullable String token) {
        setUp(password, token, TransactionOperations.withoutTransaction());
    }

    private void setUp(@Nullable String password, @Nullable String token, TransactionOperations transaction) {
        new AdminSetup(
                        identity,
                        new AdminGroup(identity, engine.getAuthorizationService()),
                        new FlowsProperties.Admin("a@b.org", password, token),
                        transaction,
                        () -> "secret" + ++secrets,
                        new PrintStream(console, true, StandardCharsets.UTF_8))
                .afterSingletonsInstantiated();
    }

    private EngineUsers users() {
        return new EngineUsers(identity, new AdminRecord(identity), clock);
    }

    private String output() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2024-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
