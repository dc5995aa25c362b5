package org.camundaflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a node held when it died is free when it is back, and nothing else. */
class StableNodeTest {

    private static final Date LATER = new Date(System.currentTimeMillis() + 3_600_000);

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final List<ProcessEngine> engines = new ArrayList<>();

    @AfterEach
    void stop() {
        engines.forEach(ProcessEngine::close);
    }

    @Test
    void jobsOfTheNodeAreUnlockedAtItsStartAndJobsOfOthersStayLocked() {
        ProcessEngine crashed = start("me");
        assertThat(configuration(crashed).getJobExecutor().getLockOwner()).isEqualTo("me");
        String mine = lockedBy("me", crashed);
        String others = lockedBy("somebody else", crashed);

        ProcessEngine restarted = start("me");

        JobEntity free = find(mine, restarted);
        assertThat(free.getLockOwner()).isNull();
        assertThat(free.getLockExpirationTime()).isNull();
        assertThat(find(others, restarted).getLockOwner()).isEqualTo("somebody else");
    }

    private ProcessEngine start(String node) {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEngineName("node-" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new StableNode(node));
        ProcessEngine engine = configuration.buildProcessEngine();
        engines.add(engine);
        return engine;
    }

    private static String lockedBy(String owner, ProcessEngine engine) {
        return configuration(engine).getCommandExecutorTxRequired().execute(context -> {
            MessageEntity job = new MessageEntity();
            job.setJobHandlerType(Checkpoint.TYPE);
            job.setLockOwner(owner);
            job.setLockExpirationTime(LATER);
            context.getJobManager().insert(job);
            return job.getId();
        });
    }

    private static JobEntity find(String id, ProcessEngine engine) {
        return (JobEntity)
                engine.getManagementService().createJobQuery().jobId(id).singleResult();
    }

    private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
