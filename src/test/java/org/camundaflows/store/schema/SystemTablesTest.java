package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemTablesTest {

    @ParameterizedTest
    @EnumSource
    void anEmptyDatabaseGetsThem(TestDatabase kind) {
        try (TestStore store = kind.bare()) {
            assertThat(store.migrate()).isTrue();
            assertThat(store.schema().collections().keySet())
                    .containsExactlyInAnyOrder(
                            "directus_access",
                            "directus_activity",
                            "directus_collections",
                            "directus_extensions",
                            "directus_fields",
                            "directus_files",
                            "directus_flows",
                            "directus_folders",
                            "directus_notifications",
                            "directus_operations",
                            "directus_permissions",
                            "directus_policies",
                            "directus_relations",
                            "directus_revisions",
                            "directus_roles",
                            "directus_sessions",
                            "directus_settings",
                            "directus_users");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondStartChangesNothing(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            assertThat(store.migrate()).isTrue();
            assertThat(store.schema().collections()).hasSize(18);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTablesOfADirectusAreLeftAsTheyAre(TestDatabase kind) {
        try (TestStore store = kind.bare()) {
            createSchema(store);
            store.database()
                    .sql()
                    .execute(
                            "create table {0} (\"id\" uuid primary key)",
                            store.database().table("directus_users"));
            assertThat(store.migrate()).isFalse();
            assertThat(store.schema().collections().keySet()).containsExactly("directus_users");
            assertThat(new TableChanges(store.database()).exists("flows_schema_history"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTablesOfABusinessStayBesideThem(TestDatabase kind) {
        try (TestStore store = kind.bare()) {
            createSchema(store);
            store.database()
                    .sql()
                    .execute(
                            "create table {0} (\"id\" integer primary key)",
                            store.database().table("orders"));
            assertThat(store.migrate()).isTrue();
            assertThat(store.schema().collections())
                    .containsKeys("orders", "directus_users")
                    .hasSize(19);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepHasOnePredecessorAndAUserOneToken(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            for (List<String> unique : List.of(
                    List.of("directus_users", "token"),
                    List.of("directus_users", "email"),
                    List.of("directus_flows", "operation"),
                    List.of("directus_operations", "resolve"),
                    List.of("directus_operations", "reject"))) {
                CollectionSchema table =
                        store.schema().collection(unique.get(0)).orElseThrow();
                assertThat(table.field(unique.get(1)).orElseThrow().column().unique())
                        .as(unique.toString())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void operationsGoWithTheirFlow(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            UUID flow = UUID.randomUUID();
            insert(store, "directus_flows", List.of("id", "name"), flow, "f");
            insert(
                    store,
                    "directus_operations",
                    List.of("id", "key", "type", "position_x", "position_y", "flow"),
                    UUID.randomUUID(),
                    "k",
                    "log",
                    1,
                    1,
                    flow);
            assertThatThrownBy(() -> insert(
                            store,
                            "directus_operations",
                            List.of("id", "key", "type", "position_x", "position_y", "flow"),
                            UUID.randomUUID(),
                            "k",
                            "log",
                            1,
                            1,
                            UUID.randomUUID()))
                    .isInstanceOf(IntegrityConstraintViolationException.class);
            store.database()
                    .sql()
                    .deleteFrom(store.database().table("directus_flows"))
                    .execute();
            assertThat(store.database().sql().fetchCount(store.database().table("directus_operations")))
                    .isZero();
        }
    }

    private static void insert(TestStore store, String table, List<String> columns, Object... values) {
        store.database()
                .sql()
                .insertInto(store.database().table(table))
                .columns(columns.stream().map(name -> DSL.field(DSL.name(name))).toList())
                .values(values)
                .execute();
    }

    private static void createSchema(TestStore store) {
        store.database()
                .sql()
                .createSchemaIfNotExists(store.database().schema())
                .execute();
    }
}
