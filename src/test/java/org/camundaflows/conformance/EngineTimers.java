package org.camundaflows.conformance;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;

/** Fires the start timers of processes by hand, and keeps the engine from firing them by itself. */
final class EngineTimers {

    private final ManagementService management;
    private final JobExecutor executor;

    EngineTimers(ProcessEngine engine) {
        this.management = engine.getManagementService();
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** Runs something with the job executor at rest; every start timer there is afterwards stays still. */
    void holdDuring(Runnable change) {
        boolean wasActive = executor.isActive();
        executor.shutdown();
        try {
            change.run();
            activeStartTimers().forEach(job -> management.suspendJobById(job.getId()));
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    /** Fires the start timer of a process once; nothing happens when it has none. */
    void fire(String processDefinitionKey) {
        List<Job> timers =
                management.createJobQuery().timers().processDefinitionKey(processDefinitionKey).list().stream()
                        .filter(EngineTimers::startsProcess)
                        .toList();
        if (!timers.isEmpty()) {
            holdDuring(() -> management.executeJob(timers.get(0).getId()));
        }
    }

    private List<Job> activeStartTimers() {
        return management.createJobQuery().timers().active().list().stream()
                .filter(EngineTimers::startsProcess)
                .toList();
    }

    private static boolean startsProcess(Job job) {
        return job.getProcessInstanceId() == null;
    }
}
