package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camundaflows.json.Json;

/** What is special in Directus's own tables. Directus has it in its program, so that no database says it. */
final class SystemMetadata {

    private static final SystemMetadata INSTANCE = new SystemMetadata(read());

    private final JsonNode data;

    private SystemMetadata(JsonNode data) {
        this.data = data;
    }

    static SystemMetadata instance() {
        return INSTANCE;
    }

    private static JsonNode read() {
        try (InputStream file = SystemMetadata.class.getResourceAsStream("system-metadata.json")) {
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return empty for other collections */
    Map<String, Set<String>> specials(String collection) {
        Map<String, Set<String>> specials = new LinkedHashMap<>();
        data.path("fields")
                .path(collection)
                .properties()
                .forEach(field -> specials.put(
                        field.getKey(), Set.of(field.getValue().asText().split(",", -1))));
        return specials;
    }

    boolean isSingleton(String collection) {
        return data.path("collections").path(collection).path("singleton").asBoolean();
    }

    /** Whether writes leave traces. */
    boolean isTracked(String collection) {
        return !data.path("collections").path(collection).has("accountability");
    }

    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        data.path("relations").forEach(relation -> relations.add(relation(relation)));
        return relations;
    }

    private static Relation relation(JsonNode relation) {
        String[] many = relation.path("many").asText().split("\\.", -1);
        return new Relation(
                many[0],
                many[1],
                relation.path("one").asText(),
                relation.path("list").asText(null),
                null,
                List.of(),
                relation.path("junction").asText(null),
                null,
                false);
    }
}
