package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camundaflows.store.DirectusDump;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.junit.jupiter.api.Test;

/** A database that a real Directus made. The dump is no part of this repository. */
class RestoredDirectusTest {

    @Test
    void itIsReadWhole() throws IOException {
        try (TestStore store = DirectusDump.restored()) {
            Schema schema = store.schema();
            CollectionSchema articles = schema.collection("articles").orElseThrow();
            assertThat(articles.fields()).hasSize(22);
            assertThat(articles.fields().keySet()).startsWith("id", "status").endsWith("comments", "topics");
            assertThat(types(articles))
                    .containsEntry("id", FieldType.INTEGER)
                    .containsEntry("price", FieldType.DECIMAL)
                    .containsEntry("rating", FieldType.FLOAT)
                    .containsEntry("published_at", FieldType.TIMESTAMP)
                    .containsEntry("meta", FieldType.JSON)
                    .containsEntry("tags", FieldType.CSV)
                    .containsEntry("owner", FieldType.UUID)
                    .containsEntry("topics", FieldType.ALIAS);
            assertThat(schema.collections().values())
                    .allSatisfy(collection -> assertThat(collection.fields().values())
                            .allSatisfy(field -> assertThat(field.type())
                                    .as(collection.name() + "." + field.name())
                                    .isNotEqualTo(FieldType.UNKNOWN)));
            assertThat(articles.key().column().autoIncrement()).isTrue();
            assertThat(schema.reference("articles", "owner").orElseThrow().one())
                    .isEqualTo("directus_users");
            assertThat(schema.list("articles", "topics").orElseThrow().sortField())
                    .isEqualTo("sort");
            assertThat(schema.collection("site").orElseThrow().singleton()).isTrue();
            assertThat(schema.collection("directus_settings").orElseThrow().singleton())
                    .isTrue();
            assertThat(schema.collection("products")
                            .orElseThrow()
                            .field("code")
                            .orElseThrow()
                            .validation()
                            .has("_and"))
                    .isTrue();
        }
    }

    @Test
    void ourStartLeavesItAsItIs() throws IOException {
        try (TestStore store = DirectusDump.restored()) {
            Map<String, String> before = DirectusDump.content(store);
            assertThat(before).containsKeys("directus_users", "articles");
            assertThat(store.migrate()).isFalse();
            assertThat(store.schema().collections()).isNotEmpty();
            assertThat(DirectusDump.content(store)).isEqualTo(before);
        }
    }

    @Test
    void ourOwnTablesAreTheSame() throws IOException {
        try (TestStore theirs = DirectusDump.restored();
                TestStore ours = TestDatabase.POSTGRESQL.empty()) {
            for (CollectionSchema own : ours.schema().collections().values()) {
                CollectionSchema other = theirs.schema().collection(own.name()).orElseThrow();
                assertThat(own.fields()).as(own.name()).isEqualTo(other.fields());
            }
            List<Relation> others = theirs.schema().relations();
            assertThat(ours.schema().relations()).isNotEmpty().allSatisfy(relation -> assertThat(others)
                    .contains(relation));
        }
    }

    private static Map<String, FieldType> types(CollectionSchema collection) {
        return collection.fields().values().stream().collect(Collectors.toMap(FieldSchema::name, FieldSchema::type));
    }
}
