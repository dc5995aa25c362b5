package org.camundaflows.app.security;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.rest.ItemController;
import org.camundaflows.rest.SchemaController;
import org.camundaflows.security.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Three chains: what is open to anyone, the web applications with their own sign-in, and all the rest, which needs
 * credentials. A path that no rule names is for administrators, so that forgetting one does not open it. Addresses with
 * path parameters, encoded slashes and the like are refused by Spring Security's firewall before any of this.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    AuthenticationManager authenticationManager(UserDirectory users, Accounts accounts) {
        return new ProviderManager(new UserAuthentication(users, accounts));
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new ErrorAnswers();
    }

    /** Reading with a query in the body has a method of its own. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "SEARCH"));
        return firewall;
    }

    /** Before all other filters: some of them fail on such addresses. */
    @Bean
    FilterRegistrationBean<ServletPathFilter> servletPathFilter() {
        FilterRegistrationBean<ServletPathFilter> registration = new FilterRegistrationBean<>(new ServletPathFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /**
     * Credentials are not even looked at here: webhooks carry headers of their own, and flows decide for themselves, as do
     * the services that answer according to the caller's policies.
     */
    @Bean
    @Order(1)
    SecurityFilterChain openPaths(HttpSecurity http) throws Exception {
        List<String> open = new ArrayList<>(
                List.of("/flows/trigger/**", "/auth/*", "/server/ping", "/server/info", "/actuator/health"));
        open.addAll(ItemController.ROUTES);
        open.addAll(SchemaController.ROUTES);
        bare(http.securityMatcher(paths(open.toArray(String[]::new))))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /** The web applications bring sign-in, sessions, CSRF protection and response headers of their own. */
    @Bean
    @Order(2)
    SecurityFilterChain webApplications(
            HttpSecurity http, @Value("${camunda.bpm.webapp.application-path:/camunda}") String path) throws Exception {
        RequestMatcher webApplications = paths("/", path, path + "/**", "/favicon.ico");
        bare(http.securityMatcher(webApplications))
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http, AuthenticationManager users) throws Exception {
        ErrorAnswers answers = new ErrorAnswers();
        bare(http)
                .authenticationManager(users)
                .addFilterBefore(bearerTokens(users, answers), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(paths("/engine-rest", "/engine-rest/**"))
                                .authenticated()
                                .anyRequest()
                                .hasRole(UserAuthentication.ADMIN));
        return http.build();
    }

    /** Without sessions, and without CSRF tokens as no cookie signs anybody in. */
    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static AuthenticationFilter bearerTokens(AuthenticationManager users, ErrorAnswers answers) {
        AuthenticationFilter filter = new AuthenticationFilter(users, new BearerTokens());
        filter.setSuccessHandler((request, response, authentication) -> {});
        filter.setFailureHandler(answers::commence);
        return filter;
    }

    private static RequestMatcher paths(String... patterns) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = builder.matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
