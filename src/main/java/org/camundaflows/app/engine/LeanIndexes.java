package org.camundaflows.app.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;

/**
 * Takes indexes off the two history tables that get most rows: each costs every run as much as its row does. Those left
 * find the rows of a run, of a process version and of the history cleanup; see {@code
 * docs/adr/0010-fewer-indexes-in-the-embedded-database.md}. Only for the embedded database, which nobody else uses.
 */
final class LeanIndexes extends AbstractProcessEnginePlugin {

    private static final List<String> UNUSED = List.of(
            // variables
            "ACT_IDX_HI_VARINST_ROOT_PI",
            "ACT_IDX_HI_PROCVAR_PROC_INST",
            "ACT_IDX_HI_PROCVAR_NAME_TYPE",
            "ACT_IDX_HI_CASEVAR_CASE_INST",
            "ACT_IDX_HI_VAR_INST_TENANT_ID",
            "ACT_IDX_HI_VAR_INST_PROC_DEF_KEY",
            "ACT_IDX_HI_VARINST_BYTEAR",
            "ACT_IDX_HI_VARINST_NAME",
            "ACT_IDX_HI_VARINST_ACT_INST_ID",
            // activity instances
            "ACT_IDX_HI_ACTINST_ROOT_PI",
            "ACT_IDX_HI_ACT_INST_START_END",
            "ACT_IDX_HI_ACT_INST_END",
            "ACT_IDX_HI_ACT_INST_COMP",
            "ACT_IDX_HI_ACT_INST_TENANT_ID",
            "ACT_IDX_HI_ACT_INST_PROC_DEF_KEY",
            "ACT_IDX_HI_AI_PDEFID_END_TIME");

    private static final String EMBEDDED = "jdbc:h2:file:";

    private final DataSource database;

    LeanIndexes(DataSource database) {
        this.database = database;
    }

    /** The tables are made when an engine is built. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getURL().startsWith(EMBEDDED)) {
                drop(connection);
            }
        } catch (SQLException e) {
            throw new ProcessEngineException("The indexes of the history could not be changed", e);
        }
    }

    private static void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String index : UNUSED) {
                statement.execute("drop index if exists " + index);
            }
        }
    }
}
