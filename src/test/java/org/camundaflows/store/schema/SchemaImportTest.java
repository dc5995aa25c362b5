package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.error.ItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaImportTest {

    private static final String SNAPSHOT =
            """
            version: 1
            directus: 12.4.1
            vendor: sqlite
            collections:
              - collection: rooms
                meta: {collection: rooms, group: house, note: "a: b", sort_field: null}
                schema: {name: rooms}
              - collection: house
                meta: {collection: house, icon: on}
                schema: null
            fields:
              - collection: rooms
                field: id
                type: uuid
                meta: {special: [uuid]}
                schema: {is_primary_key: true, data_type: char, max_length: 36, is_nullable: false}
              - collection: rooms
                field: opens
                type: string
                meta: null
                schema: {data_type: varchar, max_length: 20, default_value: 08:30, is_nullable: true}
              - collection: rooms
                field: keeper
                type: string
                meta: {special: [m2o]}
                schema: {data_type: varchar, max_length: 36, is_nullable: true}
              - collection: directus_users
                field: rooms
                type: alias
                meta: {special: [o2m]}
                schema: null
            systemFields: []
            relations:
              - collection: rooms
                field: keeper
                related_collection: directus_users
                meta: {one_field: rooms, one_deselect_action: nullify}
                schema: {on_delete: SET NULL}
            """;

    @ParameterizedTest
    @EnumSource
    void aSnapshotOfAnotherDatabaseIsBuilt(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            SchemaDifference made = imports(store).apply(SchemaSnapshot.read(SNAPSHOT));
            assertThat(made.lines())
                    .containsExactly(
                            "collection rooms",
                            "collection house",
                            "field rooms.id (uuid)",
                            "field rooms.opens (string)",
                            "field rooms.keeper (string)",
                            "field directus_users.rooms (alias)",
                            "relation rooms.keeper -> directus_users");
            CollectionSchema rooms = store.schema().collection("rooms").orElseThrow();
            assertThat(rooms.meta().path("group").asText()).isEqualTo("house");
            assertThat(rooms.meta().path("note").asText()).isEqualTo("a: b");
            assertThat(rooms.field("keeper").orElseThrow().type()).isEqualTo(FieldType.UUID);
            assertThat(rooms.field("opens")
                            .orElseThrow()
                            .column()
                            .defaultValue()
                            .asText())
                    .isEqualTo("08:30");
            assertThat(store.schema().list("directus_users", "rooms")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsThereIsNotChanged(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            imports(store).apply(SchemaSnapshot.read(SNAPSHOT));
            Schema before = store.schema();
            assertThat(imports(store).compare(SchemaSnapshot.read(SNAPSHOT)).isEmpty())
                    .isTrue();
            imports(store).apply(SchemaSnapshot.read(SNAPSHOT.replace("max_length: 20", "max_length: 7")));
            assertThat(store.reader().read().collections()).isEqualTo(before.collections());
        }
    }

    @ParameterizedTest
    @EnumSource
    void comparingChangesNothing(TestDatabase kind) {
        try (TestStore store = kind.empty()) {
            JsonNode snapshot = SchemaSnapshot.read(SNAPSHOT);
            assertThat(imports(store).compare(snapshot).lines()).hasSize(7);
            assertThat(imports(store).compare(snapshot).isEmpty()).isFalse();
            assertThat(store.schema().collections()).doesNotContainKey("rooms");
        }
    }

    @Test
    void jsonIsReadAsWell() {
        JsonNode snapshot =
                SchemaSnapshot.read("{\"version\": 1, \"collections\": [], \"fields\": [], \"relations\": []}");
        assertThat(snapshot.path("collections").isArray()).isTrue();
    }

    @Test
    void wordsMeanWhatDirectusMeans() {
        JsonNode house = SchemaSnapshot.read(SNAPSHOT).path("collections").get(1);
        assertThat(house.path("meta").path("icon").asText()).isEqualTo("on");
        assertThat(house.path("schema").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "[]",
                "version: 2\ncollections: []\nfields: []\nrelations: []",
                "version: 1\ncollections: {}\nfields: []\nrelations: []",
                "version: 1\nfields: []\nrelations: []",
                "version: 1\ncollections: [{}]\nfields: []\nrelations: []",
                "version: 1\ncollections: []\nfields: [{collection: a}]\nrelations: []",
                "version: 1\nversion: 1\ncollections: []\nfields: []\nrelations: []",
                "version: !!java.net.URL [\"http://localhost\"]",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]",
                "{",
                "a: *b",
                "a: &a [*a]",
                "\u0000"
            })
    void whatIsNoSnapshotIsRefused(String text) {
        assertThatThrownBy(() -> SchemaSnapshot.read(text)).isInstanceOf(ItemException.class);
    }

    @Test
    void bombsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 60; i++) {
            String last = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(",", Collections.nCopies(10, last)) + "]\n");
        }
        assertThatThrownBy(() -> SchemaSnapshot.read(bomb.toString())).isInstanceOf(ItemException.class);
        StringBuilder pairs = new StringBuilder("a0: &a0 [x,x]\n");
        for (int i = 1; i < 25; i++) {
            pairs.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ",*a" + (i - 1) + "]\n");
        }
        assertThatThrownBy(() -> SchemaSnapshot.read(pairs.toString())).isInstanceOf(ItemException.class);
        assertThatThrownBy(() -> SchemaSnapshot.read("[".repeat(100_000))).isInstanceOf(ItemException.class);
    }

    private static SchemaImport imports(TestStore store) {
        return new SchemaImport(store.database(), store.reader());
    }
}
