package org.camundaflows.store.schema;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data model from the catalogue of the database, and lays over it what {@code directus_collections}, {@code
 * directus_fields} and {@code directus_relations} say, if they are there (specification: access, section 8). A change made
 * through {@link Database#written} is seen at once, others within some seconds.
 */
public final class SchemaReader implements SchemaSource {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Set<String> METADATA = Set.of("directus_collections", "directus_fields", "directus_relations");

    private record Seen(Schema schema, Instant at) {}

    private final SchemaAssembly assembly;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    public SchemaReader(Database database, Clock clock) {
        this.assembly = new SchemaAssembly(database);
        this.clock = clock;
        database.observe(tables -> {
            if (tables.stream().anyMatch(METADATA::contains)) {
                invalidate();
            }
        });
    }

    @Override
    public Schema current() {
        Seen known = seen;
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            return known.schema();
        }
        Instant now = clock.instant();
        Schema schema = assembly.read();
        seen = new Seen(schema, now);
        return schema;
    }

    /** Forgets what was read: tables have been created, altered or dropped. */
    public void invalidate() {
        seen = null;
    }
}
