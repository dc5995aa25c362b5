package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camundaflows.filter.PayloadValidator;
import org.camundaflows.store.access.RightsSource;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.KeyCounters;
import org.camundaflows.store.schema.SchemaSource;
import org.camundaflows.store.sql.Database;

/** The items of all collections of one database. */
public final class ItemService implements Items {

    private final Database database;
    private final SchemaSource schemas;
    private final RightsSource rights;
    private final Guard guard;
    private final ItemReader reader;
    private final ItemReading reading;
    private final ItemWriter writer;
    private final ItemRows rows;
    private final Listeners listeners;

    /**
     * @param rights what callers may do
     * @param reader reads the same database
     * @param events who hears of reads and writes
     */
    public ItemService(
            Database database,
            SchemaSource schemas,
            RightsSource rights,
            ItemReader reader,
            ItemEvents events,
            ItemSettings settings) {
        this.database = database;
        this.schemas = schemas;
        this.rights = rights;
        this.guard = new Guard(database);
        this.reader = reader;
        this.reading = new ItemReading(reader, events);
        this.listeners = new Listeners(events);
        this.rows = new ItemRows(database, new ColumnValues(new Moments(settings.zone())), new KeyCounters(database));
        PayloadValidator validator =
                new PayloadValidator(PayloadValidator.Settings.SUBMISSION, settings.clock(), settings.zone());
        this.writer = new ItemWriter(
                listeners,
                new WriteRights(reader),
                new Submission(validator),
                new Specials(settings.clock(), settings.hash()),
                rows,
                new Tracking(rows, reader, rights, settings.clock()),
                reader);
    }

    @Override
    public ArrayNode read(String collection, Query query, Session session) {
        return guard.run(() -> {
            Call call = call(session);
            return reading.read(call, call.collection(collection).name(), query);
        });
    }

    @Override
    public ObjectNode readOne(String collection, JsonNode key, Query query, Session session) {
        return guard.run(() -> reading.one(call(session), collection, key, query));
    }

    @Override
    public ArrayNode readMany(String collection, List<JsonNode> keys, Query query, Session session) {
        return guard.run(() -> reading.many(call(session), collection, keys, query));
    }

    @Override
    public ObjectNode readSingleton(String collection, Query query, Session session) {
        return guard.run(() -> reading.singleton(call(session), collection, query));
    }

    @Override
    public List<JsonNode> keys(String name, List<JsonNode> keys, Session session) {
        Call call = call(session);
        CollectionSchema collection = call.collection(name);
        Keys.check(collection, keys);
        return keys(call, name, Queries.many(collection, keys, Query.DEFAULT));
    }

    @Override
    public long count(String name, Query query, Session session) {
        Call call = call(session);
        return guard.run(() -> reader.count(call.collection(name).name(), query, call.rights()));
    }

    @Override
    public List<JsonNode> create(String name, List<ObjectNode> payloads, Session session) {
        Call call = call(session);
        CollectionSchema collection = call.collection(name);
        return write(call, () -> {
            List<JsonNode> keys = new ArrayList<>();
            payloads.forEach(payload -> keys.add(writer.create(call, collection, payload)));
            return keys;
        });
    }

    @Override
    public List<JsonNode> update(String name, List<JsonNode> keys, ObjectNode changes, Session session) {
        Call call = call(session);
        return update(call, call.collection(name), keys, changes);
    }

    private List<JsonNode> update(Call call, CollectionSchema collection, List<JsonNode> keys, ObjectNode changes) {
        if (keys.isEmpty()) {
            return List.of();
        }
        ItemWriter.Update update = guard.run(() -> writer.planUpdate(call, collection, keys, changes));
        return write(call, () -> writer.update(call, update));
    }

    @Override
    public List<JsonNode> updateBatch(String name, List<ObjectNode> changes, Session session) {
        Call call = call(session);
        CollectionSchema collection = call.collection(name);
        String key = collection.primaryKey();
        if (changes.stream().anyMatch(change -> !Keys.isGiven(change.get(key)))) {
            throw ItemErrors.invalidPayload("Item in update misses primary key");
        }
        List<ItemWriter.Update> updates = guard.run(() -> changes.stream()
                .map(change -> writer.planUpdate(
                        call,
                        collection,
                        List.of(change.get(key)),
                        change.deepCopy().without(List.of(key))))
                .toList());
        return write(call, () -> {
            List<JsonNode> keys = new ArrayList<>();
            updates.forEach(update -> keys.addAll(writer.update(call, update)));
            return keys;
        });
    }

    @Override
    public List<JsonNode> updateByQuery(String name, Query query, ObjectNode changes, Session session) {
        Call call = call(session);
        return update(call, call.collection(name), keys(call, name, query), changes);
    }

    @Override
    public List<JsonNode> delete(String name, List<JsonNode> keys, Session session) {
        Call call = call(session);
        return delete(call, call.collection(name), keys);
    }

    private List<JsonNode> delete(Call call, CollectionSchema collection, List<JsonNode> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        ItemWriter.Deletion deletion = guard.run(() -> writer.planDeletion(call, collection, keys));
        return write(call, () -> writer.delete(call, deletion));
    }

    @Override
    public List<JsonNode> deleteByQuery(String name, Query query, Session session) {
        Call call = call(session);
        return delete(call, call.collection(name), keys(call, name, query));
    }

    @Override
    public JsonNode upsertSingleton(String name, ObjectNode changes, Session session) {
        Call call = call(session);
        CollectionSchema collection = call.collection(name);
        return guard.run(() -> rows.first(collection))
                .map(key -> update(call, collection, List.of(key), changes).get(0))
                .orElseGet(() -> write(call, () -> writer.create(call, collection, changes)));
    }

    private Call call(Session session) {
        return guard.run(() -> new Call(schemas.current(), session, rights.of(session.accountability())));
    }

    private List<JsonNode> keys(Call call, String collection, Query query) {
        return guard.run(() -> reader.keys(collection, query, call.rights()));
    }

    private <T> T write(Call call, Supplier<T> work) {
        return guard.inTransaction(() -> {
            T written = work.get();
            database.beforeCommit(() -> listeners.handOn(call));
            return written;
        });
    }
}
