package org.camundaflows.store.schema;

import java.util.List;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;

/** What the database knows of its tables. Each method is one statement, however many tables there are. */
interface Catalogue {

    static Catalogue of(Database database) {
        return database.dialect() == SQLDialect.H2 ? new H2Catalogue(database) : new PostgresCatalogue(database);
    }

    /** The columns of all tables, table by table, in the order of the tables. Views are not among the tables. */
    List<CatalogueColumn> columns();

    List<KeyPart> keys();
}
