package org.camundaflows.store.schema;

import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.stream.Collectors;
import org.camundaflows.json.Json;
import org.camundaflows.store.sql.Database;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What permissions say about fields: a field that is deleted must not come back with the rights of its predecessor. */
final class FieldPermissions {

    private static final String PERMISSIONS = "directus_permissions";
    private static final Field<Integer> ID = DSL.field(name("id"), Integer.class);
    private static final Field<String> COLLECTION = DSL.field(name("collection"), String.class);
    private static final Field<String> FIELDS = DSL.field(name("fields"), String.class);

    private final Database database;

    FieldPermissions(Database database) {
        this.database = database;
    }

    void forget(String collection, String field) {
        database.sql()
                .select(ID, FIELDS)
                .from(database.table(PERMISSIONS))
                .where(COLLECTION.eq(collection))
                .and(FIELDS.isNotNull())
                .forEach(row -> database.sql()
                        .update(database.table(PERMISSIONS))
                        .set(FIELDS, without(row.value2(), field))
                        .where(ID.eq(row.value1()))
                        .execute());
        database.written(PERMISSIONS);
    }

    private static String without(String fields, String field) {
        List<String> left = MetadataRows.list(Json.mapper().getNodeFactory().textNode(fields));
        return left.stream().filter(name -> !name.equals(field)).collect(Collectors.joining(","));
    }
}
