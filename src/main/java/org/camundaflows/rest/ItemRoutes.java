package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camundaflows.security.AccessException;
import org.camundaflows.security.Accountability;
import org.camundaflows.security.Accounts;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryReader;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.trigger.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;

/** Reading and writing the items of any collection over HTTP (specification: api, sections 1 to 4). */
public final class ItemRoutes {

    private static final String DATA = "data";
    private static final String KEYS = "keys";
    private static final String QUERY = "query";

    private final Items items;
    private final SchemaSource schema;
    private final Accounts accounts;
    private final RequestReader reader;

    /** @param bodyLimit largest body that is read */
    public ItemRoutes(Items items, SchemaSource schema, Accounts accounts, DataSize bodyLimit) {
        this.items = items;
        this.schema = schema;
        this.accounts = accounts;
        this.reader = new RequestReader(bodyLimit.toBytes());
    }

    ResponseEntity<String> handle(ItemRequest request) throws IOException {
        boolean admin = false;
        try {
            ObjectNode parameters = QueryString.parse(request.request().getQueryString());
            ObjectNode caller = accounts.accountability(RequestReader.caller(request.request(), parameters));
            admin = caller.path("admin").asBoolean();
            Session session = new Session(Accountability.of(caller).orElseThrow(), true);
            JsonNode body = reader.body(request.request());
            return new Call(request, parameters, body, session).answer();
        } catch (AccessException e) {
            return JsonAnswer.of(e.error().status(), e.error().envelope());
        } catch (ItemException e) {
            return JsonAnswer.of(ErrorAnswer.of(e.value(), admin));
        } catch (Refusal refusal) {
            return JsonAnswer.of(ErrorAnswer.of(refusal.thrown(), admin));
        }
    }

    ResponseEntity<String> refused(ItemException error) {
        return JsonAnswer.of(ErrorAnswer.of(error.value(), false));
    }

    /** One request that is understood so far. */
    private final class Call {
        private final ItemRequest request;
        private final String collection;
        private final ObjectNode parameters;
        private final JsonNode body;
        private final Session session;
        private final boolean singleton;

        Call(ItemRequest request, ObjectNode parameters, JsonNode body, Session session) {
            this.request = request;
            this.collection = request.collection();
            this.parameters = parameters;
            this.body = body;
            this.session = session;
            this.singleton = schema.current()
                    .collection(collection)
                    .filter(CollectionSchema::singleton)
                    .isPresent();
        }

        ResponseEntity<String> answer() {
            String key = request.key();
            return key == null ? all() : one(TextNode.valueOf(key));
        }

        private ResponseEntity<String> all() {
            return switch (request.method()) {
                case "GET", "HEAD" -> readAll(parameters);
                case "SEARCH" -> readAll(body.path(QUERY));
                case "POST" -> create();
                case "PATCH" -> singleton ? upsert() : updateAll();
                case "DELETE" -> deleteAll();
                default -> throw Refusal.routeNotFound(request.path());
            };
        }

        private ResponseEntity<String> one(JsonNode key) {
            return switch (request.method()) {
                case "GET", "HEAD" -> data(items.readOne(collection, key, query(), session));
                case "PATCH" -> {
                    items.update(collection, List.of(key), object(body), session);
                    yield readBack(() -> items.readOne(collection, key, query(), session));
                }
                case "DELETE" -> {
                    items.delete(collection, List.of(key), session);
                    yield JsonAnswer.empty();
                }
                default -> throw Refusal.routeNotFound(request.path());
            };
        }

        private ResponseEntity<String> readAll(JsonNode source) {
            Query query = QueryReader.validated(source);
            if (singleton) {
                return data(items.readSingleton(collection, query, session));
            }
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set(DATA, items.read(collection, query, session));
            addCounts(answer, source.path("meta"), query);
            return JsonAnswer.of(200, answer);
        }

        private void addCounts(ObjectNode answer, JsonNode meta, Query query) {
            List<String> wanted = List.of(meta.asText().split(","));
            boolean all = wanted.contains("*");
            if (all || wanted.contains("total_count")) {
                answer.withObject("/meta").put("total_count", items.count(collection, Query.DEFAULT, session));
            }
            if (all || wanted.contains("filter_count")) {
                answer.withObject("/meta").put("filter_count", items.count(collection, query, session));
            }
        }

        private ResponseEntity<String> create() {
            if (singleton) {
                throw Refusal.routeNotFound(request.path());
            }
            List<JsonNode> keys = items.create(collection, objects(body), session);
            return readBack(() -> body.isArray()
                    ? items.readMany(collection, keys, query(), session)
                    : items.readOne(collection, keys.get(0), query(), session));
        }

        private ResponseEntity<String> upsert() {
            items.upsertSingleton(collection, object(body), session);
            return readBack(() -> items.readSingleton(collection, query(), session));
        }

        private ResponseEntity<String> updateAll() {
            List<JsonNode> keys = body.isArray()
                    ? items.updateBatch(collection, objects(body), session)
                    : body.has(KEYS)
                            ? items.update(collection, keys(body.path(KEYS)), object(body.path(DATA)), session)
                            : items.updateByQuery(collection, bodyQuery(), object(body.path(DATA)), session);
            return readBack(() -> items.readMany(collection, keys, query(), session));
        }

        private ResponseEntity<String> deleteAll() {
            if (body.isArray() || body.has(KEYS)) {
                items.delete(collection, keys(body.isArray() ? body : body.path(KEYS)), session);
            } else {
                items.deleteByQuery(collection, bodyQuery(), session);
            }
            return JsonAnswer.empty();
        }

        private Query query() {
            return QueryReader.validated(parameters);
        }

        private Query bodyQuery() {
            if (!body.path(QUERY).isObject()) {
                throw ItemErrors.invalidPayload("\"keys\" or \"query\" is required");
            }
            return QueryReader.validated(body.path(QUERY));
        }
    }

    /** Who may write but not read hears only that it is done. */
    private static ResponseEntity<String> readBack(Supplier<JsonNode> read) {
        try {
            return data(read.get());
        } catch (ItemException e) {
            if (e.hasCode("FORBIDDEN")) {
                return JsonAnswer.empty();
            }
            throw e;
        }
    }

    private static ResponseEntity<String> data(JsonNode data) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(DATA, data);
        return JsonAnswer.of(200, answer);
    }

    private static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw ItemErrors.invalidPayload("Expected an object");
    }

    private static List<ObjectNode> objects(JsonNode body) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode entry : body.isArray() ? body : List.of(body)) {
            objects.add(object(entry));
        }
        return objects;
    }

    private static List<JsonNode> keys(JsonNode list) {
        if (!list.isArray()) {
            throw ItemErrors.invalidPayload("\"keys\" must be an array");
        }
        List<JsonNode> keys = new ArrayList<>();
        for (JsonNode key : list) {
            if (!key.isTextual() && !key.isNumber()) {
                throw ItemErrors.invalidPayload("Keys must be texts or numbers");
            }
            keys.add(key);
        }
        return keys;
    }
}
