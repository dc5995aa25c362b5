package org.camundaflows.store.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.camundaflows.filter.Filter;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Caller;
import org.camundaflows.security.HmacSecret;
import org.camundaflows.security.TokenDigest;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.access.AccessMemory;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.access.PolicyRights;
import org.camundaflows.store.event.ItemEvents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users, rights and sessions in the tables as the migration makes them. */
class AccountsOnEachDatabaseTest {

    private static final String EDITOR = "7ed96ccf-df43-4ced-ab07-503f095bc56e";
    private static final String EDITORS = "7c7ba202-3946-4b71-a500-ee6e737703e2";
    private static final Caller CALLER = new Caller(null, null, "10.0.0.1", "curl/8", null);

    private final Clock clock = Clock.systemUTC();

    private record Services(TestStore store, AccessMemory memory, AccessRules rules, Users users) {

        static Services on(TestStore store, Clock clock) {
            AccessMemory memory = new AccessMemory(store.database(), clock);
            AccessRules rules = new AccessRules(store.database(), store.reader(), memory);
            return new Services(store, memory, rules, new Users(store.database(), store.reader(), memory));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokensAndPermissionsOfAWorldAreRead(TestDatabase kind) {
        try (TestStore store = kind.world("shop-rules")) {
            Services services = Services.on(store, clock);
            Accountability editor = Accountability.of(accounts(services, tokens())
                            .accountability(new Caller("Bearer token-editor", null, "10.0.0.1", null, null)))
                    .orElseThrow();
            assertThat(editor.user()).isEqualTo(EDITOR);
            assertThat(editor.roles()).containsExactly(EDITORS);
            assertThat(services.rules.role(EDITORS)).isPresent();
            assertThat(services.rules.role("no role")).isEmpty();
            List<Permission> update = rights(services).of(editor).permissions("articles", Action.UPDATE);
            assertThat(update).hasSize(1);
            assertThat(update.get(0).fields()).contains("title", "price").doesNotContain("owner");
            assertThat(update.get(0).rule()).isInstanceOf(Filter.And.class);
            assertThat(rights(services)
                            .of(editor)
                            .permissions("articles", Action.CREATE)
                            .get(0)
                            .presets()
                            .path("owner")
                            .textValue())
                    .isEqualTo(EDITOR);
            assertThat(new Administrators(
                                    store.database(),
                                    store.reader(),
                                    services.rules,
                                    services.memory,
                                    services.users,
                                    AccountsSetup.PASSWORDS)
                            .areThere())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorIsMadeAndSignsInAndOut(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            Services services = Services.on(store, clock);
            Administrators administrators = new Administrators(
                    store.database(),
                    store.reader(),
                    services.rules,
                    services.memory,
                    services.users,
                    AccountsSetup.PASSWORDS);
            assertThat(administrators.areThere()).isFalse();
            administrators.create(new Administrator(
                    UUID.randomUUID().toString(),
                    UUID.randomUUID().toString(),
                    "camunda:admin",
                    "a@b.org",
                    "pw",
                    TokenDigest.of("tk")));
            assertThat(administrators.areThere()).isTrue();
            AccessTokens tokens = tokens();
            Sessions sessions = new Sessions(store.database(), store.reader(), services.memory, clock);
            SignIn signIn = new SignIn(
                    store.database(),
                    store.reader(),
                    services.users,
                    sessions,
                    tokens,
                    services.rules,
                    AccountsSetup.PASSWORDS,
                    ItemEvents.NONE,
                    Lifetimes.DEFAULT,
                    clock);
            IssuedTokens first = signIn.login(AccountsSetup.credentials("a@b.org", "pw"), true, CALLER);
            IssuedTokens second = signIn.refresh(first.refreshToken(), true, CALLER);
            TokenAccounts accounts = new TokenAccounts(services.users, sessions, tokens, services.rules);
            assertThat(accounts.accountability(new Caller("Bearer " + second.accessToken(), null, null, null, null))
                            .path("admin")
                            .booleanValue())
                    .isTrue();
            signIn.logout(second.refreshToken());
            assertThat(sessions.find(second.refreshToken())).isEmpty();
        }
    }

    private TokenAccounts accounts(Services services, AccessTokens tokens) {
        Sessions sessions = new Sessions(services.store.database(), services.store.reader(), services.memory, clock);
        return new TokenAccounts(services.users, sessions, tokens, services.rules);
    }

    private AccessTokens tokens() {
        return new AccessTokens(new HmacSecret("secret"), clock);
    }

    private PolicyRights rights(Services services) {
        return new PolicyRights(
                services.rules,
                (collection, keys, path) -> JsonNodeFactory.instance.arrayNode(),
                clock,
                ZoneOffset.UTC);
    }
}
