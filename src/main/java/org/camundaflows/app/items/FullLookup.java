package org.camundaflows.app.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.camundaflows.filter.CallerVariables;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.ItemLookup;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.QueryReader;
import org.camundaflows.store.schema.SchemaSource;

/** Looks items up as the system itself. */
final class FullLookup implements ItemLookup {

    private final ItemReader reader;
    private final SchemaSource schemas;
    private final Rights all;

    FullLookup(ItemReader reader, SchemaSource schemas, Clock clock, ZoneId zone) {
        this.reader = reader;
        this.schemas = schemas;
        this.all = new SystemRights(new CallerVariables(NullNode.getInstance(), clock, zone));
    }

    private record SystemRights(DynamicVariables variables) implements Rights {

        @Override
        public boolean unrestricted() {
            return true;
        }

        @Override
        public List<Permission> permissions(String collection, Action action) {
            return List.of();
        }
    }

    @Override
    public JsonNode read(String collection, List<String> keys, String path) {
        String key = schemas.current().collection(collection).orElseThrow().primaryKey();
        ObjectNode query =
                JsonNodeFactory.instance.objectNode().put("fields", path).put("limit", -1);
        keys.forEach(query.putObject("filter").putObject(key).putArray("_in")::add);
        return reader.read(collection, QueryReader.sanitised(query), all);
    }
}
