package org.camundaflows.store.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a data model has that the database has not, in the form in which it was given. Directus's own tables are no part
 * of it, but fields and relations that were added to them are.
 */
public record SchemaDifference(List<JsonNode> collections, List<JsonNode> fields, List<JsonNode> relations) {

    public SchemaDifference {
        collections = List.copyOf(collections);
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
    }

    /** @param described names of collections with a row of metadata */
    static SchemaDifference between(JsonNode model, Schema schema, Set<String> described) {
        return new SchemaDifference(
                SchemaImport.members(model, "collections").stream()
                        .filter(body -> isNew(body.path("collection").asText(), schema, described))
                        .toList(),
                SchemaImport.members(model, "fields").stream()
                        .filter(body -> !hasField(body, schema))
                        .toList(),
                SchemaImport.members(model, "relations").stream()
                        .filter(body -> !hasRelation(body, schema))
                        .toList());
    }

    private static boolean isNew(String collection, Schema schema, Set<String> described) {
        return !CollectionSchema.isSystem(collection)
                && !described.contains(collection)
                && schema.collection(collection).isEmpty();
    }

    private static boolean hasField(JsonNode body, Schema schema) {
        return schema.collection(body.path("collection").asText())
                .flatMap(collection -> collection.field(body.path("field").asText()))
                .isPresent();
    }

    private static boolean hasRelation(JsonNode body, Schema schema) {
        return schema.reference(
                        body.path("collection").asText(), body.path("field").asText())
                .isPresent();
    }

    public boolean isEmpty() {
        return collections.isEmpty() && fields.isEmpty() && relations.isEmpty();
    }

    /** For people: one line for each thing, such as {@code field articles.title (string)}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        collections.forEach(
                body -> lines.add("collection " + body.path("collection").asText()));
        fields.forEach(body ->
                lines.add("field " + place(body) + " (" + body.path("type").asText() + ")"));
        relations.forEach(body -> lines.add("relation " + place(body) + " -> "
                + body.path("related_collection").asText("any")));
        return lines;
    }

    private static String place(JsonNode body) {
        return body.path("collection").asText() + "." + body.path("field").asText();
    }
}
