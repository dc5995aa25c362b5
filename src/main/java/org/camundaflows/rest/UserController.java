package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Accounts;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /users/me}: the caller's own row, as far as the caller may see it. */
@RestController
public final class UserController {

    private final Accounts accounts;
    private final Supplier<Items> items;

    public UserController(Accounts accounts, Supplier<Items> items) {
        this.accounts = accounts;
        this.items = items;
    }

    /** Of users who may not read their row, the id alone. */
    @GetMapping("/users/me")
    public ResponseEntity<String> me(HttpServletRequest request) {
        ObjectNode query = QueryString.parse(request.getQueryString());
        Accountability caller = Accountability.of(accounts.accountability(RequestReader.caller(request, query)))
                .orElseThrow();
        if (caller.user() == null) {
            throw new AccessException(AccessError.INVALID_CREDENTIALS);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", row(caller, caller.user(), QueryReader.validated(query)));
        return JsonAnswer.of(200, body);
    }

    private JsonNode row(Accountability caller, String user, Query query) {
        try {
            Session session = new Session(caller, true);
            return items.get().readOne("directus_users", TextNode.valueOf(user), query, session);
        } catch (ItemException e) {
            if (isForbidden(e)) {
                return JsonNodeFactory.instance.objectNode().put("id", user);
            }
            throw e;
        }
    }

    private static boolean isForbidden(ItemException refused) {
        return refused.value() instanceof POJONode node
                && node.getPojo() instanceof ErrorValue error
                && "FORBIDDEN".equals(error.code());
    }
}
