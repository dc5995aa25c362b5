package org.camundaflows.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.Response;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Fits Tomcat to what clients of flows see of the reference. */
@Configuration(proxyBeanMethods = false)
class WebServerConfiguration {

    private static final String COYOTE = WebServerConfiguration.class.getName() + ".COYOTE";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownResponses() {
        return factory -> factory.addContextValves(new ShowResponse());
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> jsonContentTypes() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Wrap());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** Lets the filter reach Tomcat's own response. */
    private static final class ShowResponse extends ValveBase {

        ShowResponse() {
            super(true);
        }

        @Override
        public void invoke(Request request, org.apache.catalina.connector.Response response)
                throws IOException, ServletException {
            request.setAttribute(COYOTE, response.getCoyoteResponse());
            getNext().invoke(request, response);
        }
    }

    private static final class Wrap extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean isTomcat = request.getAttribute(COYOTE) instanceof Response;
            chain.doFilter(
                    request,
                    isTomcat ? new JsonContentType(response, (Response) request.getAttribute(COYOTE)) : response);
        }
    }
}
