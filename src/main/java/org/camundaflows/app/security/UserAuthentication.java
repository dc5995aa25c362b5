package org.camundaflows.app.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accounts;
import org.camundaflows.security.Caller;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Checks a password of a user of the engine, or a token of a user of the items. Both end as the same kind of
 * authentication, with a {@link SignedInUser} as principal.
 */
final class UserAuthentication implements AuthenticationProvider {

    static final String ADMIN = "ADMIN";
    private static final String ADMIN_AUTHORITY = "ROLE_" + ADMIN;

    private final UserDirectory users;
    private final Accounts accounts;

    UserAuthentication(UserDirectory users, Accounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class
                || authentication == PreAuthenticatedAuthenticationToken.class;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        Optional<SignedInUser> user = given.getPrincipal() instanceof Caller caller
                ? byToken(caller)
                : users.signIn(given.getName(), String.valueOf(given.getCredentials()));
        return authenticated(user.orElseThrow(() -> new BadCredentialsException("Unknown name, password or token")));
    }

    private Optional<SignedInUser> byToken(Caller caller) {
        try {
            ObjectNode accountability = accounts.accountability(caller);
            return Optional.ofNullable(accountability.path("user").textValue())
                    .map(user -> users.acting(user, accountability.path("admin").booleanValue()));
        } catch (AccessException e) {
            throw new BadCredentialsException(e.getMessage(), e);
        }
    }

    private static Authentication authenticated(SignedInUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(user.admin() ? ADMIN_AUTHORITY : "ROLE_USER"));
    }
}
