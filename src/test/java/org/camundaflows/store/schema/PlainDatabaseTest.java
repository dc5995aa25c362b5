package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.sql.Database;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database is read as that Directus never saw. */
class PlainDatabaseTest {

    private TestStore store;

    private void open(TestDatabase kind) {
        store = kind.bare();
        store.database()
                .sql()
                .createSchemaIfNotExists(store.database().schema())
                .execute();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void tablesAreCollectionsAndForeignKeysRelations(TestDatabase kind) {
        open(kind);
        run("create table {0} (\"id\" bigint primary key, \"name\" varchar(40) not null)", "customers");
        run(
                "create table {0} (\"no\" varchar(10) primary key, \"customer\" bigint references {1}(\"id\"))",
                "orders", "customers");
        CollectionSchema customers = collection("customers");
        assertThat(customers.fields().keySet()).containsExactly("id", "name");
        assertThat(customers.tracking()).isEqualTo("all");
        assertThat(customers.meta().isNull()).isTrue();
        assertThat(customers.field("id").orElseThrow().type()).isEqualTo(FieldType.BIG_INTEGER);
        assertThat(column("customers", "id").hasDefault()).isFalse();
        assertThat(collection("orders").primaryKey()).isEqualTo("no");
        assertThat(store.schema().relations())
                .containsExactly(
                        new Relation("orders", "customer", "customers", null, null, List.of(), null, null, false));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNoSingleKeyOrIsOfTheEngineIsNoCollection(TestDatabase kind) {
        open(kind);
        run("create table {0} (\"id\" integer primary key)", "seen");
        run("create table {0} (\"a\" integer, \"b\" integer, primary key (\"a\", \"b\"))", "pairs");
        run("create table {0} (\"a\" integer)", "loose");
        run("create view {0} as select \"id\" from {1}", "look", "seen");
        for (String engine : new String[] {"act_ru_job", "ACT_HI_VARINST", "flows_outbox", "flyway_schema_history"}) {
            run("create table {0} (\"id\" integer primary key)", engine);
        }
        assertThat(store.schema().collections().keySet()).containsExactly("seen");
    }

    @ParameterizedTest
    @EnumSource
    void namesAreTakenAsTheyAre(TestDatabase kind) {
        open(kind);
        String[] names = {
            "Robert'); drop table \"x\";--", "with \"quotes\"", "sp ace", "SELECT", "größe", "{0}?", "a\\b"
        };
        for (String name : names) {
            store.database()
                    .sql()
                    .createTable(store.database().table(name))
                    .column(DSL.field(DSL.name(name), SQLDataType.INTEGER.notNull()))
                    .primaryKey(DSL.name(name))
                    .execute();
        }
        assertThat(store.schema().collections().keySet()).containsExactlyInAnyOrder(names);
        for (String name : names) {
            assertThat(collection(name).primaryKey()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysOfSeveralColumnsAreNoRelationsAndMakeNothingUnique(TestDatabase kind) {
        open(kind);
        run(
                "create table {0} (\"id\" integer primary key, \"a\" integer, \"b\" integer, unique (\"a\", \"b\"))",
                "one");
        run(
                "create table {0} (\"id\" integer primary key, \"x\" integer, \"y\" integer,"
                        + " foreign key (\"x\", \"y\") references {1}(\"a\", \"b\"))",
                "many", "one");
        assertThat(store.schema().relations()).isEmpty();
        assertThat(column("one", "a").unique()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void defaultsAreConstantsOrNothing(TestDatabase kind) {
        open(kind);
        run(
                "create table {0} (\"id\" integer primary key, \"a\" varchar(90) default 'it''s \\ (x)', \"b\" numeric(5,2) default -1.50,"
                        + " \"c\" boolean default true, \"d\" timestamp default current_timestamp, \"e\" varchar(9) default null,"
                        + " \"f\" integer default 2 + 3, \"g\" double precision default 0.5, \"h\" varchar(9) default '')",
                "d");
        assertThat(column("d", "a").defaultValue().asText()).isEqualTo("it's \\ (x)");
        assertThat(column("d", "b").defaultValue().decimalValue()).isEqualByComparingTo("-1.5");
        assertThat(column("d", "c").defaultValue().asBoolean()).isTrue();
        assertThat(column("d", "d").hasDefault()).isTrue();
        assertThat(column("d", "d").defaultValue().isNull()).isTrue();
        assertThat(column("d", "e").hasDefault()).isFalse();
        assertThat(column("d", "f").hasDefault()).isTrue();
        assertThat(column("d", "g").defaultValue().doubleValue()).isEqualTo(0.5);
        assertThat(column("d", "h").defaultValue().asText("?")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void manyTablesTakeNoMoreStatementsThanFew(TestDatabase kind) {
        open(kind);
        store.database()
                .sql()
                .batch(IntStream.range(0, 500)
                        .mapToObj(i -> (Query) store.database()
                                .sql()
                                .query(
                                        "create table {0} (\"id\" integer primary key, \"a\" varchar(20) unique, \"b\" integer default 1,"
                                                + " \"c\" integer references {0}(\"id\"))",
                                        store.database().table("t" + i)))
                        .toList())
                .execute();
        AtomicInteger statements = new AtomicInteger();
        Database counted = new Database(
                counting(store.source(), statements),
                store.database().dialect(),
                store.database().schema());
        SchemaReader reader = new SchemaReader(counted);
        assertThat(reader.current().collections()).hasSize(500);
        assertThat(reader.current().relations()).hasSize(500);
        assertThat(statements).hasValueLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsSeenWhenTheReaderIsTold(TestDatabase kind) {
        open(kind);
        assertThat(store.schema().collections()).isEmpty();
        run("create table {0} (\"id\" integer primary key)", "late");
        assertThat(store.reader().current().collections()).containsKey("late");
    }

    @Test
    void typesOfPostgresqlThatNobodyKnowsDoNoHarm() {
        open(TestDatabase.POSTGRESQL);
        store.database()
                .sql()
                .execute("create type {0} as enum ('a', 'b')", store.database().table("mood"));
        store.database()
                .sql()
                .execute(
                        "create domain {0} as varchar(7) not null",
                        store.database().table("code"));
        run(
                "create table {0} (\"id\" integer primary key, \"mood\" {1}, \"code\" {2}, \"ip\" inet, \"list\" integer[],"
                        + " \"doc\" jsonb, \"sum\" numeric, \"neg\" numeric(5,2), \"ch\" char(36))",
                "odd", "mood", "code");
        assertThat(collection("odd").field("mood").orElseThrow().type()).isEqualTo(FieldType.UNKNOWN);
        assertThat(collection("odd").field("ip").orElseThrow().type()).isEqualTo(FieldType.UNKNOWN);
        assertThat(collection("odd").field("doc").orElseThrow().type()).isEqualTo(FieldType.JSON);
        assertThat(collection("odd").field("sum").orElseThrow().type()).isEqualTo(FieldType.DECIMAL);
        assertThat(column("odd", "sum").precision()).isNull();
        assertThat(column("odd", "neg").scale()).isEqualTo(2);
        assertThat(column("odd", "code").maxLength()).isEqualTo(7);
        assertThat(column("odd", "code").nullable()).isFalse();
        assertThat(column("odd", "ch").maxLength()).isEqualTo(36);
    }

    @Test
    void uniqueIndexesOfPostgresqlCountUnlessTheyLeaveRowsOut() {
        open(TestDatabase.POSTGRESQL);
        run("create table {0} (\"id\" integer primary key, \"a\" integer, \"b\" integer, \"c\" text)", "i");
        run("create unique index on {0} (\"a\")", "i");
        run("create unique index on {0} (\"b\") where \"b\" > 5", "i");
        run("create unique index on {0} (lower(\"c\"))", "i");
        assertThat(column("i", "a").unique()).isTrue();
        assertThat(column("i", "b").unique()).isFalse();
        assertThat(column("i", "c").unique()).isFalse();
    }

    private void run(String statement, String... tables) {
        Object[] names = Arrays.stream(tables).map(store.database()::table).toArray();
        store.database().sql().execute(statement, names);
        store.reader().invalidate();
    }

    private CollectionSchema collection(String name) {
        return store.schema().collection(name).orElseThrow();
    }

    private Column column(String collection, String name) {
        return Objects.requireNonNull(
                collection(collection).field(name).orElseThrow().column());
    }

    private static DataSource counting(DataSource source, AtomicInteger statements) {
        return proxy(
                DataSource.class,
                source,
                "getConnection",
                connection -> proxy(Connection.class, (Connection) connection, "prepareStatement", statement -> {
                    statements.incrementAndGet();
                    return statement;
                }));
    }

    private static <T> T proxy(Class<T> type, T target, String method, UnaryOperator<Object> change) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    try {
                        Object result = called.invoke(target, arguments);
                        return called.getName().equals(method) ? change.apply(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
