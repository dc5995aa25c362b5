package org.camundaflows.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.rest.AuthController;
import org.camundaflows.rest.ServerController;
import org.camundaflows.rest.UserController;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.HmacSecret;
import org.camundaflows.store.access.AccessMemory;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.access.ItemLookup;
import org.camundaflows.store.access.PermissionsOption;
import org.camundaflows.store.access.PolicyRights;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.access.account.AccessTokens;
import org.camundaflows.store.access.account.Administrators;
import org.camundaflows.store.access.account.Lifetimes;
import org.camundaflows.store.access.account.Passwords;
import org.camundaflows.store.access.account.Sessions;
import org.camundaflows.store.access.account.SignIn;
import org.camundaflows.store.access.account.TokenAccounts;
import org.camundaflows.store.access.account.Users;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.sql.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Users, rights and signing in. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessMemory accessMemory(Database database, Clock clock) {
        return new AccessMemory(database, clock);
    }

    @Bean
    AccessRules accessRules(Database database, SchemaSource schemas, AccessMemory memory) {
        return new AccessRules(database, schemas, memory);
    }

    @Bean
    RightsSource rightsSource(AccessRules rules, ObjectProvider<Items> items, Clock clock) {
        ItemLookup lookup = (collection, keys, path) -> read(items.getObject(), collection, keys, path);
        return new PolicyRights(rules, lookup, clock, ZoneId.systemDefault());
    }

    private static JsonNode read(Items items, String collection, List<String> keys, String path) {
        List<JsonNode> ids = keys.stream().<JsonNode>map(TextNode::valueOf).toList();
        Query all = Query.DEFAULT;
        Query query = new Query(
                List.of(path),
                all.filter(),
                all.sort(),
                all.limit(),
                all.offset(),
                all.page(),
                all.search(),
                all.aggregate(),
                all.groupBy(),
                all.deep(),
                all.alias(),
                all.backlink());
        return items.readMany(collection, ids, query, Session.SYSTEM);
    }

    @Bean
    PermissionsOption permissionsOption(AccessRules rules) {
        return new PermissionsOption(rules);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Users users(Database database, SchemaSource schemas, AccessMemory memory) {
        return new Users(database, schemas, memory);
    }

    @Bean
    Sessions sessions(Database database, SchemaSource schemas, AccessMemory memory, Clock clock) {
        return new Sessions(database, schemas, memory, clock);
    }

    @Bean
    AccessTokens accessTokens(HmacSecret secret, Clock clock) {
        return new AccessTokens(secret, clock);
    }

    @Bean
    TokenAccounts tokenAccounts(Users users, Sessions sessions, AccessTokens tokens, AccessRules rules) {
        return new TokenAccounts(users, sessions, tokens, rules);
    }

    @Bean
    Administrators administrators(
            Database database,
            SchemaSource schemas,
            AccessRules rules,
            AccessMemory memory,
            Users users,
            Passwords passwords) {
        return new Administrators(database, schemas, rules, memory, users, passwords);
    }

    @Bean
    SignIn signIn(
            Database database,
            SchemaSource schemas,
            Users users,
            Sessions sessions,
            AccessTokens tokens,
            AccessRules rules,
            Passwords passwords,
            ObjectProvider<ItemEvents> events,
            FlowsProperties settings,
            Clock clock) {
        FlowsProperties.Auth auth = settings.auth();
        return new SignIn(
                database,
                schemas,
                users,
                sessions,
                tokens,
                rules,
                passwords,
                events.getIfAvailable(() -> ItemEvents.NONE),
                new Lifetimes(auth.accessTokenTtl(), auth.refreshTokenTtl(), auth.sessionTtl()),
                clock);
    }

    @Bean
    AuthController authController(SignIn signIn, FlowsProperties settings) {
        boolean secure = settings.publicUrl() != null
                && "https".equalsIgnoreCase(settings.publicUrl().getScheme());
        return new AuthController(signIn, settings.bodyLimit(), secure);
    }

    @Bean
    UserController userController(Accounts accounts, ObjectProvider<Items> items) {
        return new UserController(accounts, items::getObject);
    }

    @Bean
    ServerController serverController(Accounts accounts, FlowsProperties settings) {
        return new ServerController(accounts, settings.mail().projectName());
    }
}
