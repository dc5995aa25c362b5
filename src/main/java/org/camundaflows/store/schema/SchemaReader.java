package org.camundaflows.store.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camundaflows.store.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data model from the database: its catalogue, and over it the three tables of metadata. A table without a row
 * of metadata is a collection, a column without one a field. Takes five statements, however many tables there are.
 */
public final class SchemaReader implements SchemaSource {

    private final Database database;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Kept kept;

    private record Kept(long state, Schema schema) {}

    public SchemaReader(Database database) {
        this.database = database;
    }

    @Override
    public Schema current() {
        Kept known = kept;
        return known != null && known.state() == changes.get() ? known.schema() : readAgain();
    }

    /** Notes the state from before the reading, so that a change during it is not missed. */
    private synchronized Schema readAgain() {
        Kept known = kept;
        long state = changes.get();
        if (known != null && known.state() == state) {
            return known.schema();
        }
        Schema schema = read();
        kept = new Kept(state, schema);
        return schema;
    }

    /** The data model has changed, or may have: it is read again when it is next asked for. */
    public void invalidate() {
        changes.incrementAndGet();
    }

    /** The data model as the transaction of this thread sees it, past what is kept. */
    public Schema read() {
        Tables tables = new Tables(Catalogue.of(database));
        Metadata metadata = Metadata.read(database, tables.names());
        CollectionAssembly assembly = new CollectionAssembly(tables, metadata);
        Map<String, CollectionSchema> collections = new LinkedHashMap<>();
        tables.collections().forEach(name -> collections.put(name, assembly.collection(name)));
        return new Schema(collections, new RelationAssembly(collections).relations(metadata, tables));
    }
}
