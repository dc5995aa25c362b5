package org.camundaflows.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneOffset;
import org.camundaflows.json.Json;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.error.ItemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Reads a world in H2 or PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ItemReading {

    World world;
    WorldDatabase database;
    ItemReader reader;

    abstract WorldDatabase start() throws IOException;

    abstract World world() throws IOException;

    @BeforeAll
    void open() throws IOException {
        world = world();
        database = start().with(world);
        reader = new ItemReader(database.database(), world::schema, ZoneOffset.UTC, QueryLimits.DEFAULT);
    }

    @AfterAll
    void close() throws Exception {
        if (database != null) {
            database.close();
        }
    }

    /** @param query JSON with single quotes */
    static JsonNode json(String query) {
        try {
            return Json.parse(query.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(query, e);
        }
    }

    Rights rights(String user) {
        return WorldRights.of(world, user);
    }

    JsonNode read(String user, String collection, String query) {
        return reader.read(collection, QueryReader.sanitised(json(query)), rights(user));
    }

    void reads(String collection, String query, String expected) {
        reads("admin", collection, query, expected);
    }

    void reads(String user, String collection, String query, String expected) {
        assertThat(Json.write(read(user, collection, query)))
                .as("%s %s", collection, query)
                .isEqualTo(Json.write(json(expected)));
    }

    void refuses(String collection, String query, String message) {
        refuses("admin", collection, query, message);
    }

    void refuses(String user, String collection, String query, String message) {
        ItemException refused = catchThrowableOfType(ItemException.class, () -> read(user, collection, query));
        assertThat(refused).as("%s %s", collection, query).isNotNull().hasMessage(message);
    }
}
