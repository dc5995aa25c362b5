package org.camundaflows.store.schema;

import java.util.List;
import org.camundaflows.store.sql.Database;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads the system catalogue itself: the standard views are slow there, and hide what other users own. */
final class PostgresCatalogue implements Catalogue {

    private static final String COLUMNS =
            """
            select c.relname::text as "table", a.attname::text as "name",
                   format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), null) as "type",
                   case when t.typtype = 'd' then t.typtypmod else a.atttypmod end as "modifier",
                   not (a.attnotnull or t.typnotnull) as "nullable",
                   pg_get_expr(d.adbin, d.adrelid) as "default",
                   a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as "counted"
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition
              and a.attnum > 0 and not a.attisdropped
            order by c.relname, a.attnum
            """;

    /** Unique indexes count as keys, but not those of parts of a table or of expressions. */
    private static final String KEYS =
            """
            select case k.contype when 'p' then 'PRIMARY' when 'u' then 'UNIQUE' else 'FOREIGN' end as "kind",
                   c.relname::text as "table", k.conname::text as "key", a.attname::text as "column",
                   oc.relname::text as "one_table", oa.attname::text as "one_column"
            from pg_catalog.pg_constraint k
            join pg_catalog.pg_class c on c.oid = k.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            cross join lateral unnest(k.conkey) with ordinality as p(number, place)
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = p.number
            left join pg_catalog.pg_class oc on oc.oid = k.confrelid and oc.relnamespace = n.oid
            left join pg_catalog.pg_attribute oa on oa.attrelid = oc.oid and oa.attnum = k.confkey[p.place]
            where n.nspname = ? and k.contype in ('p', 'u', 'f')
            union all
            select 'UNIQUE', c.relname::text, i.relname::text, a.attname::text, null, null
            from pg_catalog.pg_index x
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
            where n.nspname = ? and x.indisunique and x.indnkeyatts = 1 and x.indpred is null
              and not exists (select from pg_catalog.pg_constraint k where k.conindid = x.indexrelid and k.contype <> 'f')
            """;

    /** PostgreSQL stores length and precision in one number, with this added. */
    private static final int MODIFIER_OFFSET = 4;

    private final Database database;

    PostgresCatalogue(Database database) {
        this.database = database;
    }

    @Override
    public List<CatalogueColumn> columns() {
        return database.sql().fetch(COLUMNS, database.schema()).map(PostgresCatalogue::column);
    }

    private static CatalogueColumn column(Record row) {
        String type = row.get("type", String.class);
        Integer modifier = modifier(row.get("modifier", Integer.class));
        Integer digits = type.equals("numeric") ? modifier : null;
        return new CatalogueColumn(
                row.get("table", String.class),
                row.get("name", String.class),
                type,
                row.get("nullable", Boolean.class),
                row.get("default", String.class),
                type.startsWith("character") ? modifier : null,
                digits == null ? null : Integer.valueOf(digits >> 16),
                digits == null ? null : Integer.valueOf(digits & 0x7ff),
                row.get("counted", Boolean.class));
    }

    private static @Nullable Integer modifier(int stored) {
        return stored < MODIFIER_OFFSET ? null : stored - MODIFIER_OFFSET;
    }

    @Override
    public List<KeyPart> keys() {
        return database.sql().fetch(KEYS, database.schema(), database.schema()).map(PostgresCatalogue::key);
    }

    private static KeyPart key(Record row) {
        return new KeyPart(
                KeyPart.Kind.valueOf(row.get("kind", String.class)),
                row.get("table", String.class),
                row.get("key", String.class),
                row.get("column", String.class),
                row.get("one_table", String.class),
                row.get("one_column", String.class));
    }
}
