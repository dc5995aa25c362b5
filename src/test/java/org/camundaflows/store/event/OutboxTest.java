package org.camundaflows.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camundaflows.FlowSketch;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.sql.Database;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

    private final List<String> started = Collections.synchronizedList(new ArrayList<>());

    private TestStore store;
    private Database database;
    private Table<?> table;
    private Outbox outbox;

    private void open(TestDatabase kind) {
        store = kind == TestDatabase.H2 ? kind.bare() : TestDatabase.restored("select 1");
        database = store.database();
        table = OutboxTable.create(store.source()).orElseThrow();
        outbox = outbox(Duration.ZERO);
    }

    /** @param later what its clock is ahead */
    private Outbox outbox(Duration later) {
        return new Outbox(database, table, Clock.offset(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), later));
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static Outbox.Entry entry(String flow, String trigger) {
        return new Outbox.Entry(flow, 3, FlowSketch.parse(trigger), NullNode.getInstance());
    }

    /** A change of the item of collection c. */
    private static Outbox.Entry change(int item, String name) {
        return entry("flow", "{\"collection\":\"c\",\"keys\":[%d],\"name\":\"%s\"}".formatted(item, name));
    }

    private Optional<String> start(Outbox.Entry entry) {
        started.add(entry.trigger().path("name").asText());
        return Optional.of("run of " + started.size());
    }

    private void drain(Outbox from) {
        for (int i = 0; i < 100 && from.takeNext(this::start) != Outbox.Taken.NOTHING_THERE; i++) {
            // until nothing is left that could be started
        }
    }

    private int rows() {
        return database.sql().fetchCount(table);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasAddedInTheOrderOfAdding(TestDatabase kind) {
        open(kind);
        Outbox.Entry first = new Outbox.Entry(
                "one", 2, FlowSketch.parse("{\"event\":\"auth.login\"}"), FlowSketch.parse("{\"user\":\"x\"}"));
        Outbox.Entry second = entry("two", "{\"collection\":\"c\",\"key\":1,\"a\":[1.5,null]}");
        outbox.add(List.of(first, second));
        List<Outbox.Entry> taken = new ArrayList<>();

        while (outbox.takeNext(entry -> {
                    taken.add(entry);
                    return Optional.empty();
                })
                != Outbox.Taken.NOTHING_THERE) {
            assertThat(taken).isNotEmpty();
        }

        assertThat(taken).containsExactly(first, second);
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anEntryOfAnItemWaitsUntilTheRunOfTheOneBeforeHasBegun(TestDatabase kind) {
        open(kind);
        outbox.add(List.of(change(1, "a1"), change(1, "a2"), change(2, "b1")));

        drain(outbox);
        assertThat(started).containsExactly("a1", "b1");
        assertThat(outbox.hasWaiting()).isTrue();

        assertThat(outbox.settle(given -> given)).isFalse();
        drain(outbox);
        assertThat(started).containsExactly("a1", "b1");

        assertThat(outbox.settle(given -> Set.of())).isTrue();
        drain(outbox);
        assertThat(started).containsExactly("a1", "b1", "a2");
        assertThat(outbox.hasWaiting()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void otherFlowsAndEventsWithoutItemsDoNotWait(TestDatabase kind) {
        open(kind);
        outbox.add(List.of(
                change(1, "own"),
                entry("other", "{\"collection\":\"c\",\"keys\":[1],\"name\":\"other flow\"}"),
                entry("flow", "{\"collection\":\"d\",\"keys\":[1],\"name\":\"other collection\"}"),
                entry("flow", "{\"collection\":\"c\",\"query\":{},\"name\":\"read\"}"),
                entry("flow", "{\"collection\":\"c\",\"query\":{},\"name\":\"read again\"}")));

        drain(outbox);

        assertThat(started).containsExactly("own", "other flow", "other collection", "read", "read again");
    }

    @ParameterizedTest
    @EnumSource
    void anEntryOfSeveralItemsKeepsItsPlaceAmongAllOfThem(TestDatabase kind) {
        open(kind);
        outbox.add(List.of(
                change(1, "one"),
                entry("flow", "{\"collection\":\"c\",\"keys\":[1,2],\"name\":\"both\"}"),
                change(2, "two")));

        for (String expected : List.of("one", "both", "two")) {
            drain(outbox);
            assertThat(started).last().isEqualTo(expected);
            outbox.settle(given -> Set.of());
        }
        assertThat(started).hasSize(3);
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeStartedIsTriedLaterAndHoldsUpOnlyItsOwnItem(TestDatabase kind) {
        open(kind);
        outbox.add(List.of(change(1, "poison"), change(1, "behind it"), change(2, "beside it")));

        Outbox.Taken taken = outbox.takeNext(entry -> {
            throw new IllegalStateException("not now");
        });
        drain(outbox);

        assertThat(taken).isEqualTo(Outbox.Taken.POSTPONED);
        assertThat(started).containsExactly("beside it");
        drain(outbox(Duration.ofMillis(1999)));
        assertThat(started).containsExactly("beside it");

        drain(outbox(Duration.ofSeconds(2)));
        assertThat(started).containsExactly("beside it", "poison");
    }

    @ParameterizedTest
    @EnumSource
    void aPoisonedEntryIsNeverGivenUpAndTriedAtLeastOnceAMinute(TestDatabase kind) {
        open(kind);
        outbox.add(List.of(change(1, "poison")));
        database.sql()
                .update(table)
                .set(DSL.field(DSL.name("trigger_data")), (Object) "{no json")
                .execute();

        Duration time = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            assertThat(outbox(time).takeNext(this::start)).as("after " + time).isEqualTo(Outbox.Taken.POSTPONED);
            assertThat(outbox(time).takeNext(this::start)).isEqualTo(Outbox.Taken.NOTHING_THERE);
            time = time.plusMinutes(1);
        }

        assertThat(started).isEmpty();
        assertThat(rows()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreKeptOrLostWithTheTransactionThatAddedThem(TestDatabase kind) {
        open(kind);
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    outbox.add(List.of(change(1, "rolled back")));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(rows()).isZero();

        database.inTransaction(() -> {
            outbox.add(List.of(change(1, "committed")));
            assertThat(CompletableFuture.supplyAsync(() -> outbox.takeNext(this::start))
                            .join())
                    .isEqualTo(Outbox.Taken.NOTHING_THERE);
            return true;
        });
        drain(outbox);
        assertThat(started).containsExactly("committed");
    }

    @ParameterizedTest
    @EnumSource
    void whileOneNodeStartsAnEntryAnotherOneTakesTheNextThatNeedNotWait(TestDatabase kind) {
        open(kind);
        outbox.add(List.of(change(1, "a1"), change(1, "a2"), change(2, "b1")));

        outbox.takeNext(entry -> {
            CompletableFuture.runAsync(() -> drain(outbox(Duration.ZERO))).join();
            return start(entry);
        });

        assertThat(started).containsExactly("b1", "a1");
    }

    @ParameterizedTest
    @EnumSource
    void severalNodesStartEveryEntryOnceAndThoseOfAnItemInOrder(TestDatabase kind) {
        open(kind);
        List<Outbox.Entry> entries = IntStream.range(0, 60)
                .mapToObj(i -> change(i % 5, i % 5 + " " + i / 5))
                .toList();
        database.inTransaction(() -> {
            outbox.add(entries);
            return true;
        });

        List<CompletableFuture<Void>> nodes = IntStream.range(0, 3)
                .mapToObj(node -> CompletableFuture.runAsync(() -> {
                    while (rows() > 0) {
                        drain(outbox);
                        outbox.settle(given -> Set.of());
                    }
                }))
                .toList();
        nodes.forEach(CompletableFuture::join);

        Map<String, List<String>> byItem =
                started.stream().collect(Collectors.groupingBy(name -> name.substring(0, 1)));
        assertThat(byItem).hasSize(5);
        byItem.forEach((item, names) -> assertThat(names)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> item + " " + i).toList()));
    }

    @ParameterizedTest
    @EnumSource
    void manyRunsAreSettledInOneGo(TestDatabase kind) {
        open(kind);
        List<Outbox.Entry> entries =
                IntStream.range(0, 1100).mapToObj(i -> change(i, "e" + i)).toList();
        outbox.add(entries);
        database.sql()
                .update(table)
                .set(DSL.field(DSL.name("run"), String.class), DSL.field(DSL.name("item"), String.class))
                .execute();

        outbox.settle(given -> given.contains("7") ? Set.of("7") : Set.of());

        assertThat(rows()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void keysOfAnyLengthAreKept(TestDatabase kind) {
        open(kind);
        String key = "k".repeat(3000);
        JsonNode trigger = FlowSketch.parse("{\"collection\":\"c\",\"key\":\"%s\",\"name\":\"long\"}".formatted(key));

        outbox.add(List.of(new Outbox.Entry("flow", 0, trigger, NullNode.getInstance())));
        drain(outbox);

        assertThat(started).containsExactly("long");
    }
}
