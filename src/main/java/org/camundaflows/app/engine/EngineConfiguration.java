package org.camundaflows.app.engine;

import java.time.Clock;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camundaflows.app.security.UserDirectory;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.engine.OrderedUuids;
import org.camundaflows.engine.StableNode;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.HmacSecret;
import org.camundaflows.store.access.AccessRules;
import org.camundaflows.store.access.account.Administrators;
import org.camundaflows.store.access.account.TokenAccounts;
import org.camundaflows.store.access.account.Users;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fits the engine that the starter builds to this server. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    static LazyConnections lazyConnections() {
        return new LazyConnections();
    }

    @Bean
    ProcessEnginePlugin enginePreset(FlowsProperties settings) {
        return new EnginePreset(settings.history());
    }

    /** Other generators are chosen with the starter's own values of the property. */
    @Bean
    @ConditionalOnProperty(name = "camunda.bpm.id-generator", havingValue = "ordered")
    IdGenerator idGenerator(Clock clock) {
        return new OrderedUuids(clock);
    }

    @Bean
    ProcessEnginePlugin leanIndexes(DataSource database) {
        return new LeanIndexes(database);
    }

    @Bean
    NodeIdentity nodeIdentity(FlowsProperties settings) {
        return NodeIdentity.claim(settings.dataDir().path());
    }

    @Bean
    ProcessEnginePlugin stableNode(NodeIdentity node) {
        return new StableNode(node.id());
    }

    @Bean
    UserDirectory userDirectory(IdentityService identity) {
        return new EngineUsers(identity);
    }

    /** As configured, or made up once for all nodes. */
    @Bean
    HmacSecret signingSecret(ManagementService management, FlowsProperties settings) {
        String configured = settings.auth().secret();
        return new HmacSecret(
                configured == null ? new StoredSecret(management, new RandomSecrets()).get() : configured);
    }

    /** The users of the items, and if so configured those of the engine. */
    @Bean
    @Primary
    Accounts accounts(
            TokenAccounts tokens, Users users, AccessRules rules, IdentityService identity, FlowsProperties settings) {
        return settings.auth().engineUsers() ? new IdentityAccounts(identity, users, rules, tokens) : tokens;
    }

    @Bean
    AdminSetup adminSetup(
            IdentityService identity,
            AuthorizationService authorizations,
            Administrators administrators,
            FlowsProperties settings,
            PlatformTransactionManager transactions) {
        return new AdminSetup(
                identity,
                new AdminGroup(identity, authorizations),
                administrators,
                settings.admin(),
                new TransactionTemplate(transactions),
                new RandomSecrets(),
                System.out);
    }

    /** Mapped like the REST servlet itself, so that every call that reaches the one has passed the other. */
    @Bean
    FilterRegistrationBean<RestIdentityFilter> restIdentity(IdentityService identity, JerseyApplicationPath restApi) {
        FilterRegistrationBean<RestIdentityFilter> registration =
                new FilterRegistrationBean<>(new RestIdentityFilter(identity));
        registration.addUrlPatterns(restApi.getUrlMapping());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
