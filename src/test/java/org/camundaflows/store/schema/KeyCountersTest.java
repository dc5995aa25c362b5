package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyCountersTest {

    private static final Field<Integer> ID = DSL.field(DSL.name("id"), Integer.class);

    @ParameterizedTest
    @EnumSource
    void keysGoOnAfterTheHighest(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            assertThat(next(store)).isEqualTo(4);
            insert(store, 41);
            counters(store).bump(authors(store));
            assertThat(next(store)).isEqualTo(42);
            insert(store, 90);
            counters(store).follow(authors(store), IntNode.valueOf(90));
            assertThat(next(store)).isEqualTo(91);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCounterNeverGoesBack(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            assertThat(next(store)).isEqualTo(4);
            store.database().sql().deleteFrom(table(store)).where(ID.eq(4)).execute();
            counters(store).bump(authors(store));
            counters(store).follow(authors(store), IntNode.valueOf(-7));
            assertThat(next(store)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherKeysAreLeftAlone(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            counters(store).bump(store.schema().collection("topics").orElseThrow());
            counters(store).follow(authors(store), TextNode.valueOf("x"));
            assertThat(next(store)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTransactionGoesOn(TestDatabase kind) {
        try (TestStore store = kind.world("shop")) {
            Database database = store.database();
            CollectionSchema authors = authors(store);
            assertThatThrownBy(() -> database.inTransaction(() -> {
                        insert(store, 41);
                        counters(store).bump(authors);
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            assertThat(database.sql().fetchCount(table(store), ID.eq(41))).isZero();
        }
    }

    private static KeyCounters counters(TestStore store) {
        return new KeyCounters(store.database());
    }

    private static CollectionSchema authors(TestStore store) {
        return store.schema().collection("authors").orElseThrow();
    }

    private static Table<?> table(TestStore store) {
        return store.database().table("authors");
    }

    private static void insert(TestStore store, int id) {
        store.database()
                .sql()
                .insertInto(table(store))
                .set(Map.of(ID, id, DSL.field(DSL.name("name")), "x"))
                .execute();
    }

    private static int next(TestStore store) {
        return store.database()
                .sql()
                .insertInto(table(store))
                .set(Map.of(DSL.field(DSL.name("name")), "x"))
                .returning(ID)
                .fetchSingle(ID);
    }
}
