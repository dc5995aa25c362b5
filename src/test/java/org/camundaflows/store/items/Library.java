package org.camundaflows.store.items;

import static org.camundaflows.store.schema.FieldType.BIG_INTEGER;
import static org.camundaflows.store.schema.FieldType.BOOLEAN;
import static org.camundaflows.store.schema.FieldType.CSV;
import static org.camundaflows.store.schema.FieldType.DATE;
import static org.camundaflows.store.schema.FieldType.DATE_TIME;
import static org.camundaflows.store.schema.FieldType.DECIMAL;
import static org.camundaflows.store.schema.FieldType.FLOAT;
import static org.camundaflows.store.schema.FieldType.INTEGER;
import static org.camundaflows.store.schema.FieldType.JSON;
import static org.camundaflows.store.schema.FieldType.STRING;
import static org.camundaflows.store.schema.FieldType.TEXT;
import static org.camundaflows.store.schema.FieldType.TIME;
import static org.camundaflows.store.schema.FieldType.TIMESTAMP;
import static org.camundaflows.store.schema.FieldType.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Relation;
import org.camundaflows.store.schema.Schema;

/** A data model with one of each: kinds of fields, of relations, of keys. */
final class Library {

    private Library() {}

    static List<Sketch> sketches() throws JsonProcessingException {
        return List.of(
                new Sketch("authors")
                        .counted()
                        .limited("name", 20, "not null")
                        .limited("email", 50, "unique")
                        .constrained("active", BOOLEAN, "boolean", "default true")
                        .field("born", DATE, "date")
                        .alias("books", "o2m"),
                new Sketch("members")
                        .key("id", UUID, "uuid", "uuid")
                        .limited("email", 50, "unique")
                        .limited("password", 255, "", "hash", "conceal")
                        .limited("token", 40, "unique", "conceal")
                        .tracked("all"),
                new Sketch("books")
                        .counted()
                        .limited("title", 30, "not null")
                        .limited("status", 20, "default 'draft'")
                        .constrained("stock", INTEGER, "integer", "default 0 not null")
                        .field("shelf", INTEGER, "smallint")
                        .field("copies", BIG_INTEGER, "bigint")
                        .field("price", DECIMAL, "numeric")
                        .field("rating", FLOAT, "double")
                        .field("featured", BOOLEAN, "boolean", "cast-boolean")
                        .field("meta", JSON, "json", "cast-json")
                        .field("tags", CSV, "text", "cast-csv")
                        .field("published", TIMESTAMP, "timestamptz", "cast-timestamp")
                        .field("starts", DATE_TIME, "timestamp")
                        .field("day", DATE, "date")
                        .field("opens", TIME, "time")
                        .limited("code", 10, "")
                        .validated("code", "{\"_and\":[{\"code\":{\"_regex\":\"^[A-Z]{3}$\"}}]}")
                        .constrained("author", INTEGER, "integer", "references @\"authors\"(\"id\")")
                        .constrained("owner", UUID, "uuid", "references @\"members\"(\"id\")")
                        .field("made", TIMESTAMP, "timestamptz", "date-created", "cast-timestamp")
                        .field("made_by", UUID, "uuid", "user-created")
                        .field("made_as", UUID, "uuid", "role-created")
                        .field("changed", TIMESTAMP, "timestamptz", "date-updated", "cast-timestamp")
                        .field("changed_by", UUID, "uuid", "user-updated")
                        .field("changed_as", UUID, "uuid", "role-updated")
                        .alias("comments", "o2m")
                        .alias("notes", "o2m")
                        .alias("topics", "m2m")
                        .alias("parts", "m2a")
                        .alias("divider", "no-data")
                        .tracked("all"),
                new Sketch("comments")
                        .counted()
                        .constrained("book", INTEGER, "integer", "references @\"books\"(\"id\") on delete set null")
                        .field("text", TEXT, "text")
                        .validated("text", "{\"text\":{\"_neq\":\"forbidden\"}}")
                        .constrained("approved", BOOLEAN, "boolean", "default false")
                        .tracked("activity"),
                new Sketch("notes")
                        .counted()
                        .constrained("book", INTEGER, "integer", "not null references @\"books\"(\"id\")")
                        .limited("text", 50, ""),
                new Sketch("topics").key("id", UUID, "uuid", "uuid").limited("label", 30, "unique"),
                new Sketch("books_topics")
                        .counted()
                        .constrained("book", INTEGER, "integer", "references @\"books\"(\"id\") on delete cascade")
                        .constrained("topic", UUID, "uuid", "references @\"topics\"(\"id\")")
                        .field("sort", INTEGER, "integer"),
                new Sketch("parts")
                        .counted()
                        .constrained("book", INTEGER, "integer", "references @\"books\"(\"id\")")
                        .limited("kind", 64, "")
                        .limited("item", 255, ""),
                new Sketch("tree")
                        .counted()
                        .limited("name", 20, "")
                        .constrained("parent", INTEGER, "integer", "references @\"tree\"(\"id\")")
                        .alias("children", "o2m"),
                new Sketch("words").key("word", STRING, "varchar").field("meaning", TEXT, "text"),
                new Sketch("directus_activity")
                        .counted()
                        .limited("action", 45, "not null")
                        .field("user", UUID, "uuid")
                        .field("timestamp", TIMESTAMP, "timestamptz")
                        .limited("ip", 50, "")
                        .field("user_agent", TEXT, "text")
                        .limited("collection", 64, "not null")
                        .limited("item", 255, "not null")
                        .limited("origin", 20, ""),
                new Sketch("directus_revisions")
                        .counted()
                        .constrained("activity", INTEGER, "integer", "references @\"directus_activity\"(\"id\")")
                        .limited("collection", 64, "not null")
                        .limited("item", 255, "not null")
                        .field("data", JSON, "json", "cast-json")
                        .field("delta", JSON, "json", "cast-json")
                        .field("parent", INTEGER, "integer"));
    }

    static Schema schema() throws JsonProcessingException {
        Map<String, CollectionSchema> collections = new LinkedHashMap<>();
        for (Sketch sketch : sketches()) {
            collections.put(sketch.collection().name(), sketch.collection());
        }
        return new Schema(
                collections,
                List.of(
                        list("books", "author", "authors", "books", null, false),
                        list("books", "owner", "members", null, null, false),
                        list("comments", "book", "books", "comments", null, false),
                        list("notes", "book", "books", "notes", null, true),
                        list("books_topics", "book", "books", "topics", "sort", false),
                        list("books_topics", "topic", "topics", null, null, false),
                        list("parts", "book", "books", "parts", null, false),
                        new Relation(
                                "parts", "item", null, null, "kind", List.of("topics", "comments"), null, null, false),
                        list("tree", "parent", "tree", "children", null, false)));
    }

    private static Relation list(String many, String field, String one, String oneField, String sort, boolean deletes) {
        return new Relation(many, field, one, oneField, null, List.of(), null, sort, deletes);
    }
}
