package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A database that a real Directus made. The dump is no part of this repository. */
class RestoredDirectusTest {

    private static final Path DUMP = Path.of("..", "shared", "directus-database", "directus-12.4.1-shop.sql");

    @Test
    void itIsReadWhole() throws IOException {
        try (TestStore store = restored()) {
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
        try (TestStore store = restored()) {
            Map<String, Object> before = content(store);
            assertThat(before).containsKeys("directus_users", "articles");
            assertThat(store.migrate()).isFalse();
            assertThat(store.schema().collections()).isNotEmpty();
            assertThat(content(store)).isEqualTo(before);
        }
    }

    @Test
    void ourOwnTablesAreTheSame() throws IOException {
        try (TestStore theirs = restored();
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

    private static TestStore restored() throws IOException {
        if (!Files.isRegularFile(DUMP)) {
            System.err.println(
                    "############ NOT TESTED ON A DATABASE OF DIRECTUS: there is no " + DUMP.toAbsolutePath());
            Assumptions.abort("no dump");
        }
        return TestDatabase.restored(Files.readString(DUMP)
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n")));
    }

    /** Everything there is: tables in all schemas with their columns and rows, counters, keys. */
    private static Map<String, Object> content(TestStore store) {
        DSLContext sql = store.database().sql();
        Map<String, Object> content = new TreeMap<>();
        content.put(
                "$columns",
                sql.fetch("select table_schema, table_name, column_name, data_type, column_default from"
                                + " information_schema.columns where table_schema <> 'pg_catalog' order by 1, 2, 3")
                        .format(Integer.MAX_VALUE));
        content.put(
                "$keys",
                sql.fetch("select conname, pg_get_constraintdef(oid) from pg_constraint order by 1, 2")
                        .format(Integer.MAX_VALUE));
        content.put(
                "$counters",
                sql.fetch("select sequencename, last_value from pg_sequences order by 1")
                        .format(Integer.MAX_VALUE));
        for (String table : sql.fetch("select tablename from pg_tables where schemaname = 'public'")
                .getValues(0, String.class)) {
            content.put(
                    table,
                    sql.fetch(
                                    "select t::text from {0} t order by 1",
                                    store.database().table(table))
                            .format(Integer.MAX_VALUE));
        }
        return content;
    }
}
