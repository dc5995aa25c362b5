package org.camundaflows.store.schema;

import java.util.List;
import java.util.Locale;
import org.camundaflows.store.sql.Database;
import org.jooq.Record;

final class H2Catalogue implements Catalogue {

    private static final String COLUMNS =
            """
            select c.table_name as "table", c.column_name as "name", lower(c.data_type) as "type",
                   c.is_nullable = 'YES' as "nullable", c.column_default as "default",
                   c.character_maximum_length as "length", c.numeric_precision as "precision",
                   c.numeric_scale as "scale", c.is_identity = 'YES' as "counted"
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = ? and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position
            """;

    private static final String KEYS =
            """
            select k.constraint_type as "kind", k.table_name as "table", k.constraint_name as "key",
                   u.column_name as "column", o.table_name as "one_table", o.column_name as "one_column"
            from information_schema.table_constraints k
            join information_schema.key_column_usage u
              on u.constraint_schema = k.constraint_schema and u.constraint_name = k.constraint_name
            left join information_schema.referential_constraints r
              on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name
            left join information_schema.key_column_usage o
              on o.constraint_schema = r.unique_constraint_schema and o.constraint_name = r.unique_constraint_name
              and o.ordinal_position = u.position_in_unique_constraint
            where k.table_schema = ? and k.constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
            order by k.table_name, k.constraint_name, u.ordinal_position
            """;

    private final Database database;

    H2Catalogue(Database database) {
        this.database = database;
    }

    @Override
    public List<CatalogueColumn> columns() {
        return database.sql().fetch(COLUMNS, database.schema()).map(H2Catalogue::column);
    }

    private static CatalogueColumn column(Record row) {
        Long length = row.get("length", Long.class);
        return new CatalogueColumn(
                row.get("table", String.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("nullable", Boolean.class),
                row.get("default", String.class),
                length == null ? null : (int) Math.min(length, Integer.MAX_VALUE),
                row.get("precision", Integer.class),
                row.get("scale", Integer.class),
                row.get("counted", Boolean.class));
    }

    @Override
    public List<KeyPart> keys() {
        return database.sql().fetch(KEYS, database.schema()).map(H2Catalogue::key);
    }

    private static KeyPart key(Record row) {
        String kind = row.get("kind", String.class).toUpperCase(Locale.ROOT);
        return new KeyPart(
                KeyPart.Kind.valueOf(kind.replace(" KEY", "")),
                row.get("table", String.class),
                row.get("key", String.class),
                row.get("column", String.class),
                row.get("one_table", String.class),
                row.get("one_column", String.class));
    }
}
