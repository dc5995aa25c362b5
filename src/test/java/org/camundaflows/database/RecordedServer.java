package org.camundaflows.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camundaflows.FlowSketch;
import org.camundaflows.app.CamundaFlows;
import org.camundaflows.engine.DeployedFlow;
import org.camundaflows.engine.FlowEngine;
import org.camundaflows.engine.RunDetails;
import org.camundaflows.engine.RunFilter;
import org.camundaflows.engine.RunSummary;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real application on the database of a directory. */
final class RecordedServer implements AutoCloseable {

    private static final int ALL = 1000;
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final ConfigurableApplicationContext context;

    private RecordedServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param broken whether steps of type {@code switched} fail */
    static RecordedServer start(Path dataDir, boolean broken) {
        return new RecordedServer(new SpringApplication(CamundaFlows.class, SwitchedOperation.class)
                .run(
                        "--server.port=0",
                        "--flows.data-dir=" + dataDir,
                        "--ADMIN_PASSWORD=recorded-password",
                        "--ADMIN_TOKEN=recorded-token",
                        "--flows.runs.sleep-in-thread=10ms",
                        "--switched.broken=" + broken));
    }

    FlowEngine flows() {
        return context.getBean(FlowEngine.class);
    }

    void deploy(FlowSketch flow) {
        flows().deployments().deploy(List.of(flow.flow()));
    }

    /** Runs a flow to its end, or until it leaves its thread. */
    void run(FlowSketch flow, String trigger) {
        flows().runs().run(find(flow), FlowSketch.parse(trigger), NullNode.getInstance(), AT_ONCE);
    }

    void start(FlowSketch flow, String trigger) {
        flows().runs().start(find(flow), FlowSketch.parse(trigger), NullNode.getInstance());
    }

    private DeployedFlow find(FlowSketch flow) {
        return flows().runs().find(flow.id()).orElseThrow();
    }

    JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl)
                        context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
    }

    /** The only run of a flow. */
    RunDetails only(String flowName) {
        List<RunSummary> runs = list(new RunFilter(FlowSketch.id(flowName), null, null, null));
        if (runs.size() != 1) {
            throw new IllegalStateException(flowName + " has " + runs.size() + " runs");
        }
        return flows().history().find(runs.get(0).id()).orElseThrow();
    }

    List<RunSummary> list(RunFilter filter) {
        return flows().history().list(filter, 0, ALL);
    }

    /** Waits until the only run of a flow has come to a step with the given status. */
    void awaitStep(String flowName, String status) {
        await(() -> {
            JsonNode steps = only(flowName).steps();
            return !steps.isEmpty()
                    && steps.path(steps.size() - 1).path("status").asText().equals(status);
        });
    }

    void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    @Override
    public void close() {
        context.close();
    }
}
