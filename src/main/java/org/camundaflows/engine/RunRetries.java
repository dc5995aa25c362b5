package org.camundaflows.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;

/** Tries again what failed technically: an operator decides, because effects outside may repeat. */
public final class RunRetries {

    private final ProcessEngineConfigurationImpl engine;

    RunRetries(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /**
     * Tries the failed steps of a run again, soon and in another thread.
     *
     * @return how many are tried again; 0 when there is no such run or nothing of it has failed
     */
    public int retry(String runId) {
        int retried = engine.getCommandExecutorTxRequired().execute(context -> setRetries(runId));
        if (retried > 0) {
            engine.getJobExecutor().jobWasAdded();
        }
        return retried;
    }

    private int setRetries(String runId) {
        List<Job> failed = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(runId)
                .noRetriesLeft()
                .list();
        for (Job job : failed) {
            if (job instanceof JobEntity entity
                    && entity.getJobHandlerConfiguration() instanceof Checkpoint.Configuration checkpoint) {
                entity.setJobHandlerConfiguration(checkpoint.again());
            }
            engine.getManagementService().setJobRetries(job.getId(), 1);
        }
        return failed.size();
    }
}
