package org.camundaflows.store.access.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.security.AccessError;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Caller;
import org.camundaflows.store.event.ItemEvent;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/** What others hear of signing in (specification: triggers, section 2.2). */
final class SignInEvents {

    private static final String LOGIN = "auth.login";

    private final ItemEvents events;
    private final Database database;

    SignInEvents(ItemEvents events, Database database) {
        this.events = events;
        this.database = database;
    }

    /**
     * Before the password is looked at.
     *
     * @param user null for a user who is not known
     * @return the body to go on with
     */
    ObjectNode attempted(ObjectNode body, @Nullable String user, Caller caller) {
        JsonNode payload = events.filter(event(LOGIN, meta("pending", user), caller), body);
        return payload instanceof ObjectNode object ? object : body;
    }

    void succeeded(ObjectNode body, String user, Caller caller) {
        tell(meta(body, "success", user), caller);
    }

    void failed(ObjectNode body, @Nullable String user, AccessError error, Caller caller) {
        ObjectNode meta = meta(body, "fail", user);
        meta.putObject("error").put("code", error.code()).put("message", error.message());
        tell(meta, caller);
    }

    /** @param type {@code login} or {@code refresh} */
    ObjectNode claims(ObjectNode claims, String user, String type, Caller caller) {
        ObjectNode meta = meta("pending", user).put("type", type);
        JsonNode changed = events.filter(event("auth.jwt", meta, caller), claims);
        return changed instanceof ObjectNode object ? object : claims;
    }

    private void tell(ObjectNode meta, Caller caller) {
        database.inTransaction(() -> {
            events.action(List.of(event(LOGIN, meta, caller)));
            return meta;
        });
    }

    private static ObjectNode meta(ObjectNode body, String status, @Nullable String user) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        meta.set("payload", body);
        meta.setAll(meta(status, user));
        return meta;
    }

    private static ObjectNode meta(String status, @Nullable String user) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("user", user)
                .put("provider", UserAccount.DEFAULT_PROVIDER);
    }

    private static ItemEvent event(String name, ObjectNode meta, Caller caller) {
        Accountability anyone = new Accountability(
                null, null, List.of(), false, false, caller.ip(), caller.userAgent(), caller.origin());
        return ItemEvent.elsewhere(name, meta, anyone);
    }
}
