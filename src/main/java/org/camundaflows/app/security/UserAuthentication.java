package org.camundaflows.app.security;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Checks a password (name: id of an engine user, or the administrator's e-mail address) or an API token. Both end as the
 * same kind of authentication, with a {@link SignedInUser} as principal.
 */
final class UserAuthentication implements AuthenticationProvider {

    static final String ADMIN = "ADMIN";
    private static final String ADMIN_AUTHORITY = "ROLE_" + ADMIN;

    private final UserDirectory users;

    UserAuthentication(UserDirectory users) {
        this.users = users;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class
                || authentication == PreAuthenticatedAuthenticationToken.class;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        Optional<SignedInUser> user = given instanceof UsernamePasswordAuthenticationToken
                ? byPassword(given.getName(), String.valueOf(given.getCredentials()))
                : byToken(String.valueOf(given.getCredentials()));
        return authenticated(user.orElseThrow(() -> new BadCredentialsException("Unknown name, password or token")));
    }

    private Optional<SignedInUser> byPassword(String name, String password) {
        String userId = users.admin()
                .filter(admin -> admin.email().equalsIgnoreCase(name))
                .map(AdminAccount::userId)
                .orElse(name);
        return users.signIn(userId, password);
    }

    private Optional<SignedInUser> byToken(String token) {
        return users.admin().filter(admin -> admin.token().matches(token)).flatMap(admin -> users.find(admin.userId()));
    }

    private static Authentication authenticated(SignedInUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(user.admin() ? ADMIN_AUTHORITY : "ROLE_USER"));
    }
}
