package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaReaderTest {

    @ParameterizedTest
    @EnumSource
    void aWorldIsReadWithItsColumnsFirstAndItsListsLast(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            CollectionSchema articles = store.schema().collection("articles").orElseThrow();
            assertThat(articles.fields().keySet())
                    .containsExactly(
                            "id",
                            "status",
                            "title",
                            "slug",
                            "body",
                            "price",
                            "stock",
                            "rating",
                            "featured",
                            "published_at",
                            "publish_date",
                            "meta",
                            "tags",
                            "author",
                            "owner",
                            "sort",
                            "date_created",
                            "user_created",
                            "date_updated",
                            "user_updated",
                            "comments",
                            "topics");
            assertThat(articles.sortField()).isEqualTo("sort");
            assertThat(articles.tracking()).isEqualTo("all");
            assertThat(articles.primaryKey()).isEqualTo("id");
            assertThat(articles.active()).isTrue();
            assertThat(store.schema().collection("site").orElseThrow().singleton())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void typesComeFromColumnsAndWhatIsSpecial(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            assertThat(type(store, "articles", "id")).isEqualTo(FieldType.INTEGER);
            assertThat(type(store, "articles", "title")).isEqualTo(FieldType.STRING);
            assertThat(type(store, "articles", "body")).isEqualTo(FieldType.TEXT);
            assertThat(type(store, "articles", "price")).isEqualTo(FieldType.FLOAT);
            assertThat(type(store, "articles", "featured")).isEqualTo(FieldType.BOOLEAN);
            assertThat(type(store, "articles", "published_at")).isEqualTo(FieldType.TIMESTAMP);
            assertThat(type(store, "articles", "publish_date")).isEqualTo(FieldType.DATE);
            assertThat(type(store, "articles", "meta")).isEqualTo(FieldType.JSON);
            assertThat(type(store, "articles", "tags")).isEqualTo(FieldType.CSV);
            assertThat(type(store, "articles", "owner")).isEqualTo(FieldType.UUID);
            assertThat(type(store, "articles", "comments")).isEqualTo(FieldType.ALIAS);
            assertThat(type(store, "directus_users", "password")).isEqualTo(FieldType.HASH);
            assertThat(type(store, "directus_users", "tags")).isEqualTo(FieldType.JSON);
            assertThat(type(store, "directus_policies", "ip_access")).isEqualTo(FieldType.CSV);
            assertThat(type(store, "directus_flows", "options")).isEqualTo(FieldType.JSON);
            assertThat(type(store, "directus_flows", "operations")).isEqualTo(FieldType.ALIAS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void columnsSayWhatTheDatabaseHoldsThemTo(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            Column id = column(store, "articles", "id");
            assertThat(id.autoIncrement()).isTrue();
            assertThat(id.primaryKey()).isTrue();
            assertThat(id.unique()).isTrue();
            assertThat(id.hasDefault()).isTrue();
            assertThat(id.nullable()).isFalse();
            assertThat(column(store, "articles", "title").nullable()).isFalse();
            assertThat(column(store, "articles", "title").maxLength()).isEqualTo(255);
            assertThat(column(store, "articles", "slug").unique()).isTrue();
            assertThat(column(store, "articles", "body").unique()).isFalse();
            assertThat(constant(store, "articles", "status").asText()).isEqualTo("draft");
            assertThat(constant(store, "articles", "stock").isNumber()).isTrue();
            assertThat(constant(store, "articles", "stock").asInt()).isZero();
            assertThat(constant(store, "articles", "featured").isBoolean()).isTrue();
            assertThat(constant(store, "authors", "active").asBoolean()).isTrue();
            assertThat(column(store, "articles", "body").hasDefault()).isFalse();
            assertThat(column(store, "directus_activity", "timestamp").hasDefault())
                    .isTrue();
            assertThat(constant(store, "directus_activity", "timestamp").isNull())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void relationsOfMetadataAndOfTheSystemTablesAreRead(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            Schema schema = store.schema();
            assertThat(schema.reference("articles", "author").orElseThrow().one())
                    .isEqualTo("authors");
            Relation topics = schema.list("articles", "topics").orElseThrow();
            assertThat(topics.many()).isEqualTo("articles_topics");
            assertThat(topics.junctionField()).isEqualTo("topics_id");
            assertThat(topics.sortField()).isEqualTo("sort");
            assertThat(schema.list("directus_flows", "operations").orElseThrow().manyField())
                    .isEqualTo("flow");
            assertThat(schema.list("directus_policies", "users").orElseThrow().junctionField())
                    .isEqualTo("user");
            assertThat(schema.list("directus_policies", "roles").orElseThrow().junctionField())
                    .isEqualTo("role");
            assertThat(schema.reference("directus_users", "role").orElseThrow().oneField())
                    .isEqualTo("users");
            assertThat(schema.relations().stream()
                            .filter(relation -> relation.many().equals("articles"))
                            .map(Relation::manyField))
                    .containsExactlyInAnyOrder("author", "owner");
        }
    }

    @ParameterizedTest
    @EnumSource
    void validationAndSecretsAreKnown(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            assertThat(field(store, "products", "code").validation().has("_and"))
                    .isTrue();
            assertThat(field(store, "products", "name").validation().isNull()).isTrue();
            for (String secret : List.of("password", "token", "tfa_secret", "auth_data")) {
                assertThat(field(store, "directus_users", secret).isConcealed()).isTrue();
            }
        }
    }

    private static FieldType type(TestStore store, String collection, String field) {
        return field(store, collection, field).type();
    }

    private static Column column(TestStore store, String collection, String field) {
        return Objects.requireNonNull(field(store, collection, field).column());
    }

    private static JsonNode constant(TestStore store, String collection, String field) {
        return column(store, collection, field).defaultValue();
    }

    private static FieldSchema field(TestStore store, String collection, String field) {
        return store.schema().collection(collection).orElseThrow().field(field).orElseThrow();
    }
}
