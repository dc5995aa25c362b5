package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The data model: {@code /collections}, {@code /fields} and {@code /relations}. Callers see what they may read items of;
 * only administrators change it.
 */
@RestController
public final class SchemaController {

    /** The routes, as patterns of paths. */
    public static final List<String> ROUTES = List.of("/collections/**", "/fields/**", "/relations/**");

    private final SchemaRoutes routes;

    public SchemaController(SchemaRoutes routes) {
        this.routes = routes;
    }

    @GetMapping("/{part:collections|fields|relations}")
    public ResponseEntity<String> list(@PathVariable String part, HttpServletRequest request) {
        return SchemaRoutes.data(routes.list(SchemaPart.of(part), request));
    }

    @GetMapping("/{part:fields|relations}/{collection}")
    public ResponseEntity<String> listOfCollection(
            @PathVariable String part, @PathVariable String collection, HttpServletRequest request) {
        return SchemaRoutes.data(routes.listOf(SchemaPart.of(part), collection, request));
    }

    @GetMapping("/collections/{collection}")
    public ResponseEntity<String> collection(@PathVariable String collection, HttpServletRequest request) {
        return SchemaRoutes.data(routes.one(SchemaPart.COLLECTIONS, collection, "", request));
    }

    @GetMapping("/{part:fields|relations}/{collection}/{field}")
    public ResponseEntity<String> one(
            @PathVariable String part,
            @PathVariable String collection,
            @PathVariable String field,
            HttpServletRequest request) {
        return SchemaRoutes.data(routes.one(SchemaPart.of(part), collection, field, request));
    }

    @PostMapping("/collections")
    public ResponseEntity<String> createCollection(HttpServletRequest request) throws IOException {
        JsonNode body = routes.change(request);
        for (JsonNode one : body.isArray() ? body : List.of(body)) {
            routes.changes().createCollection(one);
        }
        if (body.isArray()) {
            return list("collections", request);
        }
        return collection(body.path("collection").asText(), request);
    }

    @PatchMapping("/collections/{collection}")
    public ResponseEntity<String> updateCollection(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        routes.changes().updateCollection(collection, meta(routes.change(request)));
        return collection(collection, request);
    }

    @DeleteMapping("/collections/{collection}")
    public ResponseEntity<String> deleteCollection(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        routes.change(request);
        routes.changes().deleteCollection(collection);
        return JsonAnswer.empty();
    }

    @PostMapping("/fields/{collection}")
    public ResponseEntity<String> createField(@PathVariable String collection, HttpServletRequest request)
            throws IOException {
        JsonNode body = routes.change(request);
        routes.changes().createField(collection, body);
        return one("fields", collection, body.path("field").asText(), request);
    }

    /** Of a column, nothing can be changed: a body that wants another one is refused. */
    @PatchMapping("/fields/{collection}/{field}")
    public ResponseEntity<String> updateField(
            @PathVariable String collection, @PathVariable String field, HttpServletRequest request)
            throws IOException {
        JsonNode body = routes.change(request);
        SchemaRoutes.requireSameColumn(body, routes.one(SchemaPart.FIELDS, collection, field, request));
        routes.changes().updateField(collection, field, meta(body));
        return one("fields", collection, field, request);
    }

    @DeleteMapping("/fields/{collection}/{field}")
    public ResponseEntity<String> deleteField(
            @PathVariable String collection, @PathVariable String field, HttpServletRequest request)
            throws IOException {
        routes.change(request);
        routes.changes().deleteField(collection, field);
        return JsonAnswer.empty();
    }

    @PostMapping("/relations")
    public ResponseEntity<String> createRelation(HttpServletRequest request) throws IOException {
        JsonNode body = routes.change(request);
        routes.changes().createRelation(body);
        return one(
                "relations",
                body.path("collection").asText(),
                body.path("field").asText(),
                request);
    }

    @PatchMapping("/relations/{collection}/{field}")
    public ResponseEntity<String> updateRelation(
            @PathVariable String collection, @PathVariable String field, HttpServletRequest request)
            throws IOException {
        routes.changes().updateRelation(collection, field, meta(routes.change(request)));
        return one("relations", collection, field, request);
    }

    @DeleteMapping("/relations/{collection}/{field}")
    public ResponseEntity<String> deleteRelation(
            @PathVariable String collection, @PathVariable String field, HttpServletRequest request)
            throws IOException {
        routes.change(request);
        routes.changes().deleteRelation(collection, field);
        return JsonAnswer.empty();
    }

    private static JsonNode meta(JsonNode body) {
        return body.path("meta") instanceof ObjectNode meta ? meta : JsonNodeFactory.instance.objectNode();
    }
}
