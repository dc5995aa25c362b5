package org.camundaflows.store.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.camundaflows.json.ErrorValue;
import org.jspecify.annotations.Nullable;

/** The errors of the item services (specification: items-query, section 11), each ready to be thrown. */
public final class ItemErrors {

    private ItemErrors() {}

    /** Without a reason: a single item that is missing or not visible, keys of a wrong form. */
    public static ItemException forbidden() {
        return exception("FORBIDDEN", 403, "You don't have permission to access this.", null);
    }

    public static ItemException forbidden(String reason) {
        return exception("FORBIDDEN", 403, reason, reason(reason));
    }

    /** @param path relation path the collection is reached through; empty for the root of the query */
    public static ItemException forbiddenCollection(String collection, List<String> path) {
        return forbidden("You don't have permission to access collection \"" + collection
                + "\" or it does not exist. Queried in " + place(path) + ".");
    }

    /** @param path relation path the fields are reached through; empty for the root of the query */
    public static ItemException forbiddenFields(String collection, List<String> fields, List<String> path) {
        boolean one = fields.size() == 1;
        return forbidden("You don't have permission to access " + (one ? "field " : "fields ") + quoted(fields)
                + " in collection \"" + collection + "\" or " + (one ? "it does" : "they do")
                + " not exist. Queried in "
                + place(path) + ".");
    }

    private static String place(List<String> path) {
        return path.isEmpty() ? "root" : quoted(List.of(String.join(".", path)));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** @param action {@code create}, {@code update} or {@code delete} */
    public static ItemException forbiddenAction(String action, String collection) {
        return forbidden("You don't have permission to perform \"" + action + "\" for collection \"" + collection
                + "\" or it does not exist.");
    }

    /** @param action {@code create} or {@code update} */
    public static ItemException forbiddenWrite(String action, String collection, List<String> fields) {
        return forbidden("You don't have permissions to perform \"" + action + "\" for the field(s) " + quoted(fields)
                + " in collection \"" + collection + "\" or it does not exist.");
    }

    /** @param reason without a full stop */
    public static ItemException invalidPayload(String reason) {
        return exception("INVALID_PAYLOAD", 400, "Invalid payload. " + reason + ".", reason(reason));
    }

    /** @param reason without a full stop */
    public static ItemException invalidQuery(String reason) {
        return exception("INVALID_QUERY", 400, "Invalid query. " + reason + ".", reason(reason));
    }

    public static ItemException notUnique(@Nullable String collection, @Nullable String field, @Nullable String value) {
        return exception(
                "RECORD_NOT_UNIQUE",
                400,
                "Value" + named("", value) + named(" for field", field) + named(" in collection", collection)
                        + " has to be unique.",
                place(collection, field).put("value", value));
    }

    public static ItemException invalidForeignKey(
            @Nullable String collection, @Nullable String field, @Nullable String value) {
        return exception(
                "INVALID_FOREIGN_KEY",
                400,
                "Invalid foreign key" + named("", value) + named(" for field", field)
                        + named(" in collection", collection) + ".",
                place(collection, field).put("value", value));
    }

    public static ItemException notNull(@Nullable String collection, @Nullable String field) {
        return exception(
                "NOT_NULL_VIOLATION",
                400,
                "Value" + named(" for field", field) + named(" in collection", collection) + " can't be null.",
                place(collection, field));
    }

    /** A column that is to forbid null while it holds some. */
    public static ItemException containsNullValues(String collection, String field) {
        return exception(
                "CONTAINS_NULL_VALUES",
                400,
                "Field" + named("", field) + named(" in collection", collection) + " contains null values.",
                place(collection, field));
    }

    public static ItemException tooLong(@Nullable String collection, @Nullable String field, @Nullable String value) {
        return exception(
                "VALUE_TOO_LONG",
                400,
                "Value" + named("", value) + named(" for field", field) + named(" in collection", collection)
                        + " is too long.",
                place(collection, field).put("value", value));
    }

    public static ItemException outOfRange(
            @Nullable String collection, @Nullable String field, @Nullable String value) {
        return exception(
                "VALUE_OUT_OF_RANGE",
                400,
                "Numeric value" + named("", value) + named(" for field", field) + named(" in collection", collection)
                        + " is out of range.",
                place(collection, field).put("value", value));
    }

    public static ItemException inactive(String collection) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("collection", collection);
        return exception("COLLECTION_INACTIVE", 403, "Collection \"" + collection + "\" is inactive.", extensions);
    }

    /** The database cannot be reached; the reason stays in the log. */
    public static ItemException unavailable(String service, String reason) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("service", service);
        return exception(
                "SERVICE_UNAVAILABLE",
                503,
                "Service \"" + service + "\" is unavailable. " + reason + ".",
                extensions.put("reason", reason));
    }

    private static String named(String what, @Nullable String name) {
        return name == null ? "" : what + " \"" + name + "\"";
    }

    private static ObjectNode reason(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason);
    }

    private static ObjectNode place(@Nullable String collection, @Nullable String field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("collection", collection)
                .put("field", field);
    }

    private static ItemException exception(String code, int status, String message, @Nullable ObjectNode extensions) {
        return new ItemException(ErrorValue.known(code, status, message, extensions));
    }
}
