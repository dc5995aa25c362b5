package org.camundaflows.store.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camundaflows.store.sql.Database;
import org.camundaflows.store.sql.Recall;

/**
 * Keeps what the tables about access said, as every call asks for it. Changes by this server are seen at once when
 * {@link #changed} tells of them, those by others within a second.
 */
public final class AccessMemory {

    private static final Duration OLDEST = Duration.ofSeconds(1);
    private static final Set<String> TABLES = Set.of(
            "directus_users",
            "directus_roles",
            "directus_policies",
            "directus_access",
            "directus_permissions",
            "directus_sessions");

    private final Database database;
    private final Clock clock;
    private final List<Recall<?, ?>> recalls = new CopyOnWriteArrayList<>();

    public AccessMemory(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A part of this memory. */
    public <K, V> Recall<K, V> recall() {
        Recall<K, V> recall = new Recall<>(database, clock, OLDEST);
        recalls.add(recall);
        return recall;
    }

    /** To be called after each write; forgets what it made wrong, once the transaction of this thread has committed. */
    public void changed(String collection) {
        if (TABLES.contains(collection)) {
            database.afterCommit(() -> recalls.forEach(Recall::forget));
        }
    }
}
