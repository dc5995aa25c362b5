package org.camundaflows.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.camundaflows.security.AccessError;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that reach a servlet by another spelling of its path ({@code /%65ngine-rest},
 * {@code /x/../engine-rest}): the container decodes them before it chooses the servlet, everything behind compares the
 * address as it was sent.
 */
final class ServletPathFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
        } else {
            ErrorAnswers.send(response, AccessError.REFUSED_ADDRESS);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH) {
            return true;
        }
        String path = request.getContextPath() + request.getServletPath();
        String address = request.getRequestURI();
        return address.equals(path) || address.startsWith(path + "/");
    }
}
