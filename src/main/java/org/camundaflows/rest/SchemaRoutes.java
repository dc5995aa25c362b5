package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Accounts;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.SchemaChanges;
import org.camundaflows.store.schema.SchemaListing;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;

/** What callers see of the data model, and who may change it. */
public final class SchemaRoutes {

    private static final String SCHEMA = "schema";

    private final Supplier<SchemaListing> listing;
    private final SchemaChanges changes;
    private final Accounts accounts;
    private final RightsSource rights;
    private final RequestReader reader;

    /**
     * @param listing the data model as it is when it is asked for
     * @param bodyLimit largest body that is read
     */
    public SchemaRoutes(
            Supplier<SchemaListing> listing,
            SchemaChanges changes,
            Accounts accounts,
            RightsSource rights,
            DataSize bodyLimit) {
        this.listing = listing;
        this.changes = changes;
        this.accounts = accounts;
        this.rights = rights;
        this.reader = new RequestReader(bodyLimit.toBytes());
    }

    SchemaChanges changes() {
        return changes;
    }

    /**
     * The body of a request that changes the data model.
     *
     * @throws org.camundaflows.store.error.ItemException {@code FORBIDDEN} unless an administrator sent it
     */
    JsonNode change(HttpServletRequest request) throws IOException {
        if (!caller(request).admin()) {
            throw ItemErrors.forbidden();
        }
        return reader.body(request);
    }

    ArrayNode list(SchemaPart part, HttpServletRequest request) {
        Rights of = rights.of(caller(request));
        ArrayNode visible = JsonNodeFactory.instance.arrayNode();
        part.of(listing.get()).stream().filter(entry -> isVisible(entry, of)).forEach(visible::add);
        return visible;
    }

    /** @throws org.camundaflows.store.error.ItemException {@code FORBIDDEN} if the caller sees no such collection */
    ArrayNode listOf(SchemaPart part, String collection, HttpServletRequest request) {
        one(SchemaPart.COLLECTIONS, collection, "", request);
        ArrayNode of = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : list(part, request)) {
            if (entry.path("collection").asText().equals(collection)) {
                of.add(entry);
            }
        }
        return of;
    }

    /** @param field empty for a collection */
    JsonNode one(SchemaPart part, String collection, String field, HttpServletRequest request) {
        for (JsonNode entry : list(part, request)) {
            if (entry.path("collection").asText().equals(collection)
                    && entry.path("field").asText().equals(field)) {
                return entry;
            }
        }
        throw ItemErrors.forbidden();
    }

    private Accountability caller(HttpServletRequest request) {
        ObjectNode query = QueryString.parse(request.getQueryString());
        return Accountability.of(accounts.accountability(RequestReader.caller(request, query)))
                .orElseThrow();
    }

    /** Of a relation, both sides have to be. */
    private static boolean isVisible(JsonNode entry, Rights rights) {
        String field = entry.path("field").asText();
        JsonNode related = entry.path("related_collection");
        return rights.unrestricted()
                || (isReadable(entry.path("collection").asText(), field, rights)
                        && (!related.isTextual() || isReadable(related.textValue(), "", rights)));
    }

    private static boolean isReadable(String collection, String field, Rights rights) {
        return rights.permissions(collection, Action.READ).stream()
                .anyMatch(permission -> field.isEmpty() || permission.grants(field));
    }

    /** @throws org.camundaflows.store.error.ItemException {@code INVALID_PAYLOAD} if the body wants another column */
    static void requireSameColumn(JsonNode body, JsonNode known) {
        boolean sameType = !body.has("type") || body.path("type").equals(known.path("type"));
        boolean sameColumn = body.path(SCHEMA).properties().stream()
                .allMatch(member -> !known.path(SCHEMA).has(member.getKey())
                        || known.path(SCHEMA).path(member.getKey()).equals(member.getValue()));
        if (!sameType || !sameColumn) {
            throw ItemErrors.invalidPayload("The column of a field can't be changed");
        }
    }

    static ResponseEntity<String> data(JsonNode data) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        return JsonAnswer.of(200, answer);
    }
}
