package org.camundaflows.operations.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Notifies users (specification: operations, {@code notification}): one row of {@code directus_notifications} for each
 * recipient, and a mail to those who want mails. Resolves with the list of the keys.
 */
public final class NotificationOperation implements Operation {

    private static final String NOTIFICATIONS = "directus_notifications";
    private static final String USERS = "directus_users";
    private static final String RECIPIENT = "recipient";
    private static final String SUBJECT = "subject";

    private static final OperationType TYPE = new OperationType(
            "notification",
            "Send Notification",
            "notifications",
            "Notifies one or more users.",
            true,
            List.of(
                    Option.of(RECIPIENT, "Users", Option.Kind.CSV, "Ids of users.")
                            .asRequired()
                            .withAlias("users"),
                    Option.of(
                                    "permissions",
                                    "Permissions",
                                    Option.Kind.TEXT,
                                    "Whose rights count: $trigger (the caller's), $public, $full, or the id of a role.")
                            .withDefault("$trigger"),
                    Option.of(SUBJECT, "Title", Option.Kind.TEXT, "One line.")
                            .asRequired()
                            .withAlias("title"),
                    Option.of("message", "Message", Option.Kind.LONG_TEXT, "Markdown; anything else as JSON."),
                    Option.of("collection", "Collection", Option.Kind.TEXT, "Collection of the item it is about."),
                    Option.of("item", "Item", Option.Kind.TEXT, "Key of the item it is about.")));

    private final Items items;
    private final NotificationAccess access;
    private final NotificationMails mails;

    public NotificationOperation(Items items, NotificationAccess access, NotificationMails mails) {
        this.items = items;
        this.access = access;
        this.mails = mails;
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        Accountability accountability = access.accountability(options.raw("permissions"), context.accountability());
        List<ObjectNode> rows = rows(options, accountability);
        try {
            ArrayNode keys = JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(items.create(NOTIFICATIONS, rows, new Session(accountability, true)));
            mail(rows);
            return Result.resolved(keys);
        } catch (ItemException e) {
            throw new Rejection(e.value());
        }
    }

    private static List<ObjectNode> rows(Options options, @Nullable Accountability accountability) {
        Options named = withCurrentNames(options);
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode recipient : named.array(RECIPIENT)) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            copy(row, RECIPIENT, recipient);
            row.put("sender", accountability == null ? null : accountability.user());
            copy(row, SUBJECT, named.raw(SUBJECT));
            row.put("message", message(named.raw("message")));
            copy(row, "collection", named.raw("collection"));
            copy(row, "item", named.raw("item"));
            rows.add(row);
        }
        return rows;
    }

    private static Options withCurrentNames(Options options) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.setAll(options.values());
        named.set(RECIPIENT, options.raw(RECIPIENT, "users"));
        named.set(SUBJECT, options.raw(SUBJECT, "title"));
        return new Options(named);
    }

    private static void copy(ObjectNode row, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            row.set(name, value);
        }
    }

    /** Objects and lists become JSON; nothing, and what JavaScript counts as false, is null. */
    private static @Nullable String message(JsonNode message) {
        boolean nothing = message.isMissingNode()
                || message.isNull()
                || (message.isBoolean() && !message.booleanValue())
                || (message.isNumber() && message.doubleValue() == 0);
        String text = nothing ? "" : Json.display(message);
        return text.isEmpty() ? null : text;
    }

    private void mail(List<ObjectNode> rows) {
        List<JsonNode> recipients =
                rows.stream().map(row -> row.path(RECIPIENT)).toList();
        ObjectNode message = rows.get(0);
        for (JsonNode user : items.readMany(USERS, recipients, Query.DEFAULT, Session.SYSTEM)) {
            String address = user.path("email").asText("");
            if (!address.isEmpty() && user.path("email_notifications").asBoolean(false)) {
                mails.send(
                        address,
                        message.path(SUBJECT).asText(),
                        message.path("message").asText(""));
            }
        }
    }
}
