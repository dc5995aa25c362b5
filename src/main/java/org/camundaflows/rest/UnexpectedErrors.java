package org.camundaflows.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.security.AccessException;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.trigger.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Whatever goes wrong outside a flow is told in the same envelope as errors of flows, and never in more words. */
@RestControllerAdvice(basePackageClasses = UnexpectedErrors.class)
public final class UnexpectedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return JsonAnswer.of(ErrorAnswer.of(refusal.thrown(), true));
    }

    @ExceptionHandler
    ResponseEntity<String> notLetIn(AccessException refused) {
        return JsonAnswer.of(refused.error().status(), refused.error().envelope());
    }

    @ExceptionHandler
    ResponseEntity<String> refusedByItems(ItemException refused) {
        return JsonAnswer.of(ErrorAnswer.of(refused.value(), false));
    }

    @ExceptionHandler
    ResponseEntity<String> unknownRoute(NoResourceFoundException error, HttpServletRequest request) {
        return refused(Refusal.routeNotFound(request.getRequestURI()));
    }

    @ExceptionHandler
    ResponseEntity<String> wrongMethod(HttpRequestMethodNotSupportedException error) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("current", error.getMethod());
        String[] supported = error.getSupportedMethods();
        for (String method : supported == null ? new String[0] : supported) {
            extensions.withArray("allowed").add(method);
        }
        return refused(new Refusal(ErrorValue.known(
                "METHOD_NOT_ALLOWED", 405, "The method " + error.getMethod() + " is not allowed here.", extensions)));
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception error, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), error);
        return JsonAnswer.of(ErrorAnswer.of(ErrorValue.plain("Error", "").toNode(), false));
    }
}
