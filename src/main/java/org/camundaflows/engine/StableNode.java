package org.camundaflows.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineBootstrapCommand;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Lets the runs of a node that crashed go on as soon as it is back, instead of after the lock time of their jobs. The job
 * executor locks jobs in the name of the node, and before it starts, the jobs still locked in that name are unlocked.
 *
 * <p>Add it to the plugins of an engine only where the name is this process's alone as long as it lives: a second process
 * with the same name would run jobs that the first is still running.
 */
public final class StableNode extends AbstractProcessEnginePlugin {

    private final String name;

    /** @param name the same after a restart; at most 255 characters */
    public StableNode(String name) {
        this.name = name;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().setLockOwner(name);
        engine.setProcessEngineBootstrapCommand(unlockingAfter(engine.getProcessEngineBootstrapCommand()));
    }

    /** The bootstrap command runs when the tables exist and the job executor has not started, however it is started. */
    private ProcessEngineBootstrapCommand unlockingAfter(ProcessEngineBootstrapCommand bootstrap) {
        return context -> {
            bootstrap.execute(context);
            unlock(context);
            return null;
        };
    }

    /** The engine finds no jobs by their owner, hence SQL. */
    private void unlock(CommandContext context) {
        String table = context.getTableDataManager().getTableName(Job.class, true);
        String sql = "update " + table
                + " set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1 where LOCK_OWNER_ = ?";
        try (PreparedStatement update =
                context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
            update.setString(1, name);
            int unlocked = update.executeUpdate();
            if (unlocked > 0) {
                FlowLog.INSTANCE.info(unlocked + " jobs that this node held when it ended are taken up again");
            }
        } catch (SQLException e) {
            throw new ProcessEngineException("The jobs of node " + name + " could not be unlocked", e);
        }
    }
}
