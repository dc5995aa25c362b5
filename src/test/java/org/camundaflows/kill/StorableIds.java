package org.camundaflows.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camundaflows.json.Json;

/** Puts UUIDs in place of the ids of operations, which tests write so that people can tell them apart. */
final class StorableIds {

    private StorableIds() {}

    static String in(String flows) {
        try {
            JsonNode json = Json.parse(flows);
            JsonNode several = json.path("flows").isArray() ? json.path("flows") : json;
            (several.isArray() ? several : List.of(several)).forEach(flow -> replace((ObjectNode) flow));
            return Json.write(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void replace(ObjectNode flow) {
        replace(flow, "operation");
        for (JsonNode operation : flow.path("operations")) {
            List.of("id", "resolve", "reject").forEach(member -> replace((ObjectNode) operation, member));
        }
    }

    private static void replace(ObjectNode object, String member) {
        if (object.path(member).isTextual()) {
            object.put(member, of(object.path(member).textValue()));
        }
    }

    /** The UUID that stands for an id; a UUID stands for itself. */
    static String of(String id) {
        try {
            return UUID.fromString(id).toString().equals(id) ? id : named(id);
        } catch (IllegalArgumentException e) {
            return named(id);
        }
    }

    private static String named(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
