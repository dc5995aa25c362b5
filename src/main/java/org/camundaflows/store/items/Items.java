package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camundaflows.store.query.Query;

/**
 * The items of all collections (specification: items-query). Every method works in one transaction, or joins that of its
 * thread, and either does all it is asked to or nothing.
 *
 * <p>Each throws {@link org.camundaflows.store.error.ItemException} with the documented error when it refuses: unknown or
 * forbidden collections, fields and items, invalid queries, payloads and keys, failed validation, and what the database
 * itself forbids.
 */
public interface Items {

    /** The items a query finds, in its order; rows of results when it aggregates. */
    ArrayNode read(String collection, Query query, Session session);

    /** One item; {@code FORBIDDEN} when it is not there or not visible. */
    ObjectNode readOne(String collection, JsonNode key, Query query, Session session);

    /** The items with these keys that are visible, in the order of the query; the limit is the number of keys unless set. */
    ArrayNode readMany(String collection, List<JsonNode> keys, Query query, Session session);

    /** Those of the keys whose items are visible, with the types of the database; keys of a wrong form are refused. */
    List<JsonNode> keys(String collection, List<JsonNode> keys, Session session);

    /** How many items the filter and search of a query find, whatever its limit. */
    long count(String collection, Query query, Session session);

    /** @return the keys, in the order of the payloads, with the types of the database */
    List<JsonNode> create(String collection, List<ObjectNode> payloads, Session session);

    /** Writes the same changes to several items. @return the keys, sorted as text when there are several */
    List<JsonNode> update(String collection, List<JsonNode> keys, ObjectNode changes, Session session);

    /** Writes changes to several items, each with its key among them. @return the keys in the order of the changes */
    List<JsonNode> updateBatch(String collection, List<ObjectNode> changes, Session session);

    /** Writes the same changes to all items a query finds; its default limit applies. */
    List<JsonNode> updateByQuery(String collection, Query query, ObjectNode changes, Session session);

    /** @return the keys as they were given, unless a listener replaced them */
    List<JsonNode> delete(String collection, List<JsonNode> keys, Session session);

    /** Deletes all items a query finds; its default limit applies. */
    List<JsonNode> deleteByQuery(String collection, Query query, Session session);

    /** The one item of a singleton; its defaults, with a null key, when it has not been written. */
    ObjectNode readSingleton(String collection, Query query, Session session);

    /** Creates or changes the one item of a singleton. @return its key */
    JsonNode upsertSingleton(String collection, ObjectNode changes, Session session);
}
