package org.camundaflows.store.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camundaflows.json.Json;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that flows still have to hear of, kept in the database of the items: written with the change they tell of, taken
 * out when the flow has been started. Entries are taken in the order in which they were written, by one node at a time.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
    private static final Field<String> FLOW = DSL.field(DSL.name("flow"), SQLDataType.VARCHAR);
    private static final Field<Integer> DEPTH = DSL.field(DSL.name("depth"), SQLDataType.INTEGER);
    private static final Field<String> TRIGGER = DSL.field(DSL.name("trigger_data"), SQLDataType.CLOB);
    private static final Field<String> CALLER = DSL.field(DSL.name("accountability"), SQLDataType.CLOB);
    private static final Field<Integer> ATTEMPTS = DSL.field(DSL.name("attempts"), SQLDataType.INTEGER);
    private static final Field<LocalDateTime> DUE = DSL.field(DSL.name("due"), SQLDataType.LOCALDATETIME);

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

    /** Keeps the entries, as part of the transaction of this thread. */
    public void add(List<Entry> entries) {
        var insert = database.sql().insertInto(table, FLOW, DEPTH, TRIGGER, CALLER, ATTEMPTS, DUE);
        for (Entry entry : entries) {
            insert = insert.values(
                    entry.flow(),
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
     * Takes the oldest entry out and has it started.
     *
     * @param start fails if it cannot be started now
     */
    public Taken takeNext(Consumer<Entry> start) {
        return database.inTransaction(() -> {
            Optional<Record> next = database.sql()
                    .select(ID, FLOW, DEPTH, TRIGGER, CALLER, ATTEMPTS)
                    .from(table)
                    .where(DUE.le(now()))
                    .orderBy(ID)
                    .limit(1)
                    .forUpdate()
                    .fetchOptional()
                    .map(Record.class::cast);
            return next.map(row -> take(row, start)).orElse(Taken.NOTHING_THERE);
        });
    }

    private Taken take(Record row, Consumer<Entry> start) {
        try {
            start.accept(entry(row));
        } catch (RuntimeException e) {
            LOG.error("Flow {} did not hear of an event yet; it is tried again", row.get(FLOW), e);
            postpone(row);
            return Taken.POSTPONED;
        }
        database.sql().deleteFrom(table).where(ID.eq(row.get(ID))).execute();
        return Taken.STARTED;
    }

    private void postpone(Record row) {
        int attempts = row.get(ATTEMPTS) + 1;
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 6));
        database.sql()
                .update(table)
                .set(ATTEMPTS, attempts)
                .set(DUE, now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE))
                .where(ID.eq(row.get(ID)))
                .execute();
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
