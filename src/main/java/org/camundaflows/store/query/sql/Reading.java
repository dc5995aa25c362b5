package org.camundaflows.store.query.sql;

import java.time.ZoneId;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.store.schema.Schema;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** One read on behalf of one caller: the data model it started with, and the names its statements give to tables. */
public final class Reading {

    private final Database database;
    private final Schema schema;
    private final Rights rights;
    private final ZoneId zone;
    private final Access access;
    private int sources;

    /** @param zone the zone of times that name none */
    public Reading(Database database, Schema schema, Rights rights, ZoneId zone) {
        this.database = database;
        this.schema = schema;
        this.rights = rights;
        this.zone = zone;
        this.access = rights.unrestricted() ? new OpenAccess() : new GrantedAccess(this);
    }

    public Database database() {
        return database;
    }

    public Schema schema() {
        return schema;
    }

    public Rights rights() {
        return rights;
    }

    public ZoneId zone() {
        return zone;
    }

    /** What the caller sees. */
    public Access access() {
        return access;
    }

    /** The collection as one more table of a statement. */
    public Source source(CollectionSchema collection) {
        String alias = "t" + sources++;
        Table<?> table = database.table(collection.name()).as(DSL.name(alias));
        return new Source(collection, alias, table);
    }

    boolean isPostgres() {
        return database.dialect().family() == SQLDialect.POSTGRES;
    }
}
