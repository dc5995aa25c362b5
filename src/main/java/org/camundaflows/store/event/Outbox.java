package org.camundaflows.store.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.camundaflows.json.Json;
import org.camundaflows.store.sql.Database;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that flows still have to hear of, kept in the database of the items: written with the change they tell of, taken
 * out when the flow has begun. Several nodes may take entries at the same time. Entries with the same flow and item are
 * taken in the order in which they were written, each when the run of the one before has begun; an entry that tells of
 * several items of a collection counts for all of its items.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private static final String NAME = "waiting";
    private static final String EARLIER = "earlier";
    private static final Field<Long> KEY = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<Long> ID = id(NAME);
    private static final Field<String> FLOW = text("flow");
    private static final Field<String> COLLECTION = text("collection");
    private static final Field<String> ITEM = text("item");
    private static final Field<Integer> DEPTH = DSL.field(DSL.name("depth"), SQLDataType.INTEGER);
    private static final Field<String> TRIGGER = DSL.field(DSL.name("trigger_data"), SQLDataType.CLOB);
    private static final Field<String> CALLER = DSL.field(DSL.name("accountability"), SQLDataType.CLOB);
    private static final Field<Integer> ATTEMPTS = DSL.field(DSL.name("attempts"), SQLDataType.INTEGER);
    private static final Field<LocalDateTime> DUE = DSL.field(DSL.name("due"), SQLDataType.LOCALDATETIME);

    /** The run that has been started and may not have begun yet; null while the entry waits for its start. */
    private static final Field<String> RUN = text("run");

    /**
     * A flow that has to hear of an event.
     *
     * @param depth how many flows raised each other's events to get here
     * @param accountability of who caused the event, as {@code $accountability} shows it
     */
    public record Entry(String flow, int depth, JsonNode trigger, JsonNode accountability) {}

    private final Database database;
    private final Table<?> table;
    private final Clock clock;

    /** @param table made by the migration of this project's own tables */
    public Outbox(Database database, Table<?> table, Clock clock) {
        this.database = database;
        this.table = table;
        this.clock = clock;
    }

    private static Field<Long> id(String table) {
        return DSL.field(DSL.name(table, "id"), SQLDataType.BIGINT);
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
    }

    private static Field<String> text(String table, Field<String> column) {
        return DSL.field(DSL.name(table, column.getName()), SQLDataType.VARCHAR);
    }

    /** Keeps the entries, as part of the transaction of this thread. */
    public void add(List<Entry> entries) {
        var insert = database.sql().insertInto(table, FLOW, COLLECTION, ITEM, DEPTH, TRIGGER, CALLER, ATTEMPTS, DUE);
        for (Entry entry : entries) {
            Subject subject = Subject.of(entry.trigger());
            insert = insert.values(
                    entry.flow(),
                    subject.collection(),
                    subject.item(),
                    entry.depth(),
                    Json.write(entry.trigger()),
                    Json.write(entry.accountability()),
                    0,
                    now());
        }
        insert.execute();
    }

    /** What became of an attempt to take an entry out. */
    public enum Taken {
        NOTHING_THERE,
        STARTED,
        /** It stays, to be tried again later. */
        POSTPONED
    }

    /**
     * Has the oldest entry started that need not wait for another one.
     *
     * @param start returns the id of the run, to be given to {@link #settle} later; empty when nothing has to wait for it.
     *     Fails if it cannot be started now
     */
    public Taken takeNext(Function<Entry, Optional<String>> start) {
        return database.inTransaction(() -> database.sql()
                .select(ID, FLOW, COLLECTION, DEPTH, TRIGGER, CALLER, ATTEMPTS)
                .from(table.as(NAME))
                .where(isDue(), DSL.notExists(earlier()))
                .orderBy(ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .map(row -> take(row, start))
                .orElse(Taken.NOTHING_THERE));
    }

    private Condition isDue() {
        return RUN.isNull().and(DUE.le(now()));
    }

    /** What tells the same flow of the same item, and may not be overtaken. */
    private Select<?> earlier() {
        Field<String> item = text(EARLIER, ITEM);
        return DSL.selectOne()
                .from(table.as(EARLIER))
                .where(
                        text(EARLIER, FLOW).eq(text(NAME, FLOW)),
                        text(EARLIER, COLLECTION).eq(text(NAME, COLLECTION)),
                        id(EARLIER).lt(ID),
                        item.isNull().or(text(NAME, ITEM).isNull()).or(item.eq(text(NAME, ITEM))));
    }

    /** Whether entries are left that {@link #takeNext} could not take, for they wait for another one. */
    public boolean hasWaiting() {
        return database.sql().fetchExists(DSL.selectOne().from(table.as(NAME)).where(isDue()));
    }

    private Taken take(Record row, Function<Entry, Optional<String>> start) {
        Optional<String> run;
        try {
            run = start.apply(entry(row));
        } catch (RuntimeException e) {
            LOG.error("Flow {} did not hear of event {} yet; it is tried again", row.get(FLOW), row.get(ID), e);
            postpone(row);
            return Taken.POSTPONED;
        }
        if (run.isPresent() && row.get(COLLECTION) != null) {
            database.sql()
                    .update(table)
                    .set(RUN, run.get())
                    .where(KEY.eq(row.get(ID)))
                    .execute();
        } else {
            delete(List.of(row.get(ID)));
        }
        return Taken.STARTED;
    }

    private void postpone(Record row) {
        int attempts = row.get(ATTEMPTS) + 1;
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 6));
        database.sql()
                .update(table)
                .set(ATTEMPTS, attempts)
                .set(DUE, now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE))
                .where(KEY.eq(row.get(ID)))
                .execute();
    }

    /**
     * Takes out the entries whose runs have begun.
     *
     * @param yetToBegin of the given runs those that have not begun
     * @return whether there was one
     */
    public boolean settle(UnaryOperator<Set<String>> yetToBegin) {
        boolean settled = false;
        long last = Long.MIN_VALUE;
        while (true) {
            Result<Record2<Long, String>> page = started(last);
            Set<String> left = yetToBegin.apply(new HashSet<>(page.getValues(RUN)));
            List<Long> begun = page.stream()
                    .filter(row -> !left.contains(row.value2()))
                    .map(Record2::value1)
                    .toList();
            delete(begun);
            settled |= !begun.isEmpty();
            if (page.size() < PAGE) {
                return settled;
            }
            last = page.get(page.size() - 1).value1();
        }
    }

    private Result<Record2<Long, String>> started(long after) {
        return database.sql()
                .select(ID, RUN)
                .from(table.as(NAME))
                .where(RUN.isNotNull(), ID.gt(after))
                .orderBy(ID)
                .limit(PAGE)
                .fetch();
    }

    private void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            database.sql().deleteFrom(table).where(KEY.in(ids)).execute();
        }
    }

    private static Entry entry(Record row) {
        try {
            return new Entry(
                    row.get(FLOW), row.get(DEPTH), Json.parseOwn(row.get(TRIGGER)), Json.parseOwn(row.get(CALLER)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not an entry of the outbox: " + row.get(ID), e);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
