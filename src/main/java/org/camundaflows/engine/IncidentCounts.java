package org.camundaflows.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** How many open incidents runs have. The engine's own queries tell it for one run at a time. */
final class IncidentCounts {

    private final ProcessEngineConfigurationImpl engine;
    private final String table;

    /** @param table name of the engine's table of incidents */
    IncidentCounts(ProcessEngineConfigurationImpl engine, String table) {
        this.engine = engine;
        this.table = table;
    }

    /** By the ids of the runs, with one query for all; runs without incidents are missing. */
    Map<String, Integer> of(List<String> runIds) {
        return runIds.isEmpty()
                ? Map.of()
                : engine.getCommandExecutorTxRequired().execute(context -> read(context, runIds));
    }

    private Map<String, Integer> read(CommandContext context, List<String> runIds) {
        String sql = "select PROC_INST_ID_, count(*) from " + table + " where PROC_INST_ID_ in ("
                + String.join(",", Collections.nCopies(runIds.size(), "?")) + ") group by PROC_INST_ID_";
        try (PreparedStatement statement =
                context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
            for (int i = 0; i < runIds.size(); i++) {
                statement.setString(i + 1, runIds.get(i));
            }
            return counts(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The incidents of runs cannot be read", e);
        }
    }

    private static Map<String, Integer> counts(PreparedStatement statement) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }
}
