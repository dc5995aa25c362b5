package org.camundaflows.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camundaflows.app.security.SignedInUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RestIdentityFilterTest {

    private final IdentityServiceImpl identity = new IdentityServiceImpl();
    private final RestIdentityFilter filter = new RestIdentityFilter(identity);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theCallRunsAsTheUserAndTheIdentityIsClearedAfterwards() throws ServletException, IOException {
        signIn(new SignedInUser("demo", List.of("sales"), List.of("north"), false));
        AtomicReference<Authentication> during = new AtomicReference<>();
        filter.doFilter(
                new MockHttpServletRequest(), response, (rq, rs) -> during.set(identity.getCurrentAuthentication()));
        assertThat(during.get().getUserId()).isEqualTo("demo");
        assertThat(during.get().getGroupIds()).containsExactly("sales");
        assertThat(during.get().getTenantIds()).containsExactly("north");
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void theIdentityIsClearedWhenTheCallFails() {
        signIn(new SignedInUser("demo", List.of(), List.of(), false));
        assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest(), response, (rq, rs) -> {
                    throw new ServletException("boom");
                }))
                .hasMessage("boom");
        assertThat(identity.getCurrentAuthentication()).isNull();
    }

    @Test
    void withoutUserTheCallIsRefused() throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest(), response, (rq, rs) -> {
            throw new AssertionError("must not be called");
        });
        assertThat(response.getStatus()).isEqualTo(401);
    }

    private static void signIn(SignedInUser user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }
}
