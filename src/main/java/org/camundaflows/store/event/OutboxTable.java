package org.camundaflows.store.event;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of the {@link Outbox}, in a schema of its own: a Directus on the same database does not see it. */
public final class OutboxTable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxTable.class);

    private static final String SCHEMA = "camunda_flows";

    private OutboxTable() {}

    /** Creates the table unless it is there; empty when the database does not let us. */
    public static Optional<Table<?>> create(DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .schemas(SCHEMA)
                    .table("flows_outbox_history")
                    .locations("classpath:db/outbox")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
            return Optional.of(DSL.table(DSL.name(SCHEMA, "flows_outbox")));
        } catch (FlywayException e) {
            LOG.warn(
                    "Flows that act on events may miss some when this server is killed: the schema {} cannot be created in"
                            + " the database of the items",
                    SCHEMA,
                    e);
            return Optional.empty();
        }
    }
}
