package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camundaflows.json.Json;

/** What Directus knows of its own tables without keeping it in the database. */
final class SystemMetadata {

    private final JsonNode root = read();

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(
                SystemMetadata.class.getResourceAsStream("system-metadata.json"), "system-metadata.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What differs from the usual; missing when nothing does. */
    JsonNode collection(String name) {
        JsonNode found = root.path("collections").get(name);
        return found == null ? MissingNode.getInstance() : found;
    }

    /** What is special of the fields of a collection, in their order; others have nothing special. */
    Map<String, Set<String>> specials(String collection) {
        Map<String, Set<String>> specials = new LinkedHashMap<>();
        root.path("fields")
                .path(collection)
                .properties()
                .forEach(field -> specials.put(
                        field.getKey(), Set.of(field.getValue().asText().split(","))));
        return specials;
    }

    List<Relation> relations() {
        return StreamSupport.stream(root.path("relations").spliterator(), false)
                .map(SystemMetadata::relation)
                .toList();
    }

    private static Relation relation(JsonNode row) {
        String[] many = row.path("many").asText().split("\\.");
        return new Relation(
                many[0],
                many[1],
                row.path("one").asText(),
                row.path("list").textValue(),
                null,
                List.of(),
                row.path("junction").textValue(),
                null,
                false);
    }
}
