package org.camundaflows.store.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.ContextTransactionalCallable;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;

/**
 * The database with the items. A transaction belongs to the thread that opened it: whatever that thread does with the
 * same database before its end takes part, which is how the steps of a filter flow join the write that raised it.
 */
public final class Database {

    private final String schema;
    private final DSLContext sql;

    @SuppressWarnings("ThreadLocalUsage") // each database has transactions of its own
    private final ThreadLocal<Attached> attached = new ThreadLocal<>();

    private final List<Consumer<Set<String>>> observers = new CopyOnWriteArrayList<>();

    /** What is to be done at the end of a transaction: within it, and when it has been committed; and what it wrote to. */
    private record Attached(List<Runnable> before, List<Runnable> after, Set<String> written) {

        Attached() {
            this(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        }

        /** More may be added while it runs. */
        void finish() {
            for (int i = 0; i < before.size(); i++) {
                before.get(i).run();
            }
        }

        void cut(int knownBefore, int knownAfter) {
            before.subList(knownBefore, before.size()).clear();
            after.subList(knownAfter, after.size()).clear();
        }
    }

    /**
     * @param dialect {@link SQLDialect#H2} or {@link SQLDialect#POSTGRES}
     * @param schema database schema of the collections, as it is spelled there
     */
    public Database(DataSource source, SQLDialect dialect, String schema) {
        this.schema = schema;
        Settings settings = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                .withExecuteLogging(false)
                .withFetchWarnings(false);
        DataSourceConnectionProvider connections = new DataSourceConnectionProvider(source);
        Configuration configuration = new DefaultConfiguration()
                .set(dialect)
                .set(settings)
                .set(new ThreadLocalTransactionProvider(connections, true));
        this.sql = DSL.using(configuration);
    }

    /** Statements that join the transaction of this thread, or are transactions of their own without one. */
    public DSLContext sql() {
        return sql;
    }

    public SQLDialect dialect() {
        return sql.dialect();
    }

    public String schema() {
        return schema;
    }

    public Table<?> table(String name) {
        return DSL.table(DSL.name(schema, name));
    }

    /** A column of a table that the statement names by an alias, or by its own name. */
    public static Field<Object> column(String table, String name) {
        return DSL.field(DSL.name(table, name));
    }

    /** Whether this thread is within {@link #inTransaction}. */
    public boolean hasTransaction() {
        return attached.get() != null;
    }

    /**
     * Does the work in one transaction. Inside another one it is a part that is rolled back alone when it fails.
     *
     * @throws RuntimeException what the work throws, after the rollback
     */
    public <T> T inTransaction(Supplier<T> work) {
        return hasTransaction() ? nested(work) : outermost(work);
    }

    private <T> T outermost(Supplier<T> work) {
        Attached further = new Attached();
        attached.set(further);
        T result;
        try {
            result = sql.transactionResult(() -> {
                T done = work.get();
                further.finish();
                return done;
            });
        } finally {
            attached.remove();
        }
        tell(further.written);
        further.after.forEach(Runnable::run);
        return result;
    }

    private <T> T nested(Supplier<T> work) {
        Attached further = attached.get();
        int before = further.before.size();
        int after = further.after.size();
        try {
            return sql.transactionResult((ContextTransactionalCallable<T>) work::get);
        } catch (RuntimeException e) {
            further.cut(before, after);
            throw e;
        }
    }

    /** Notes that the rows of a table have been changed, for those who {@link #observe}. */
    public void written(String table) {
        Attached further = attached.get();
        if (further == null) {
            tell(Set.of(table));
        } else {
            further.written.add(table);
        }
    }

    /** @param observer told after each commit, on its thread, which tables have been noted as {@link #written} */
    public void observe(Consumer<Set<String>> observer) {
        observers.add(observer);
    }

    private void tell(Set<String> tables) {
        if (!tables.isEmpty()) {
            observers.forEach(observer -> observer.accept(tables));
        }
    }

    /**
     * Does the work at the end of the outermost transaction of this thread, as its last part; at once without one; never
     * after a rollback.
     */
    public void beforeCommit(Runnable work) {
        Attached further = attached.get();
        if (further == null) {
            work.run();
        } else {
            further.before.add(work);
        }
    }

    /** Does the work when the transaction of this thread has been committed, at once without one; never after a rollback. */
    public void afterCommit(Runnable work) {
        Attached further = attached.get();
        if (further == null) {
            work.run();
        } else {
            further.after.add(work);
        }
    }
}
