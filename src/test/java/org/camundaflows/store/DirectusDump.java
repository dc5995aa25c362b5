package org.camundaflows.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;

/** A database that a real Directus made. The dump is no part of this repository. */
public final class DirectusDump {

    private static final Path DIRECTORY = Path.of("..", "shared", "directus-database");
    private static final Path DUMP = DIRECTORY.resolve("directus-12.4.1-shop.sql");

    private DirectusDump() {}

    /** The database in a PostgreSQL; the test is skipped, not silently, where there is no dump. */
    public static TestStore restored() throws IOException {
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

    /** The calls that were made against that Directus, one after another, with what it answered; JSON. */
    public static String calls() throws IOException {
        return Files.readString(DIRECTORY.resolve("expected.json"));
    }

    /** Everything there is in the schema of the items: tables with their columns and rows, counters, keys. */
    public static Map<String, String> content(TestStore store) {
        return content(store, tables(store));
    }

    public static List<String> tables(TestStore store) {
        return store.database()
                .sql()
                .fetch("select tablename from pg_tables where schemaname = 'public' order by 1")
                .getValues(0, String.class);
    }

    /** {@link #content(TestStore)} of some tables. */
    public static Map<String, String> content(TestStore store, List<String> tables) {
        DSLContext sql = store.database().sql();
        String[] names = tables.toArray(String[]::new);
        Map<String, String> content = new TreeMap<>();
        content.put(
                "$columns",
                sql.fetch(
                                "select table_name, column_name, data_type, column_default, is_nullable from"
                                        + " information_schema.columns where table_schema = 'public'"
                                        + " and table_name = any(?) order by 1, 2",
                                (Object) names)
                        .format(Integer.MAX_VALUE));
        content.put(
                "$keys",
                sql.fetch(
                                "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint"
                                        + " where conrelid::regclass::text = any(?) order by 1, 2, 3",
                                (Object) names)
                        .format(Integer.MAX_VALUE));
        content.put(
                "$counters",
                sql.fetch(
                                "select s.sequencename, s.last_value from pg_sequences s join unnest(?::text[]) t(name)"
                                        + " on s.sequencename = t.name || '_id_seq' order by 1",
                                (Object) names)
                        .format(Integer.MAX_VALUE));
        for (String table : tables) {
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
