package org.camundaflows.store.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.query.Query;

/** Reading, as writing needs it. */
interface Reader {

    ArrayNode read(String collection, Query query, Rights rights);

    List<JsonNode> keys(String collection, Query query, Rights rights);
}
