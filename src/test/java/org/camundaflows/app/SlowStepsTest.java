package org.camundaflows.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.app.RunningServer.bearer;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camundaflows.FlowSketch;
import org.camundaflows.engine.FlowDeployments;
import org.camundaflows.kill.EffectStub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Steps that wait for the world outside, with the settings that the server has when nobody sets any. */
class SlowStepsTest {

    /** All but a few of the threads that answer requests. */
    private static final int SLOW_CALLERS = 60;

    /** All but one of the threads that run jobs. */
    private static final int SLOW_JOBS = 15;

    @TempDir
    static Path dataDir;

    private static EffectStub outside;
    private static RunningServer server;
    private static ExecutorService callers;

    @BeforeAll
    static void start() throws IOException {
        outside = EffectStub.start(() -> {});
        server = RunningServer.start(
                dataDir,
                "--ADMIN_PASSWORD=" + RunningServer.PASSWORD,
                "--ADMIN_TOKEN=" + RunningServer.TOKEN,
                "--IMPORT_IP_DENY_LIST=");
        callers = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        callers.shutdownNow();
        server.close();
        outside.close();
    }

    private static FlowSketch requesting(String name) {
        FlowSketch flow = FlowSketch.webhook(name)
                .step("call", "request", "{\"method\":\"POST\",\"url\":\"" + outside.url() + "/" + name + "\"}");
        server.bean(FlowDeployments.class).deploy(List.of(flow.flow()));
        return flow;
    }

    private static HttpResponse<String> call(FlowSketch flow) {
        return server.post("/flows/trigger/" + flow.id(), "", "{}");
    }

    @Test
    void slowStepsOfCallersAndJobsLeaveRoomForOthers() throws Exception {
        outside.hold("/slow");
        outside.hold("/slow-job");
        FlowSketch slow = requesting("slow");
        FlowSketch slowJob = requesting("slow-job").option("async", true);
        FlowSketch quickJob = requesting("quick-job").option("async", true);
        FlowSketch quick = FlowSketch.webhook("quick").transform("a", "1");
        server.bean(FlowDeployments.class).deploy(List.of(slowJob.flow(), quickJob.flow(), quick.flow()));

        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < SLOW_CALLERS; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> call(slow), callers));
        }
        for (int i = 0; i < SLOW_JOBS; i++) {
            assertThat(call(slowJob).statusCode()).isEqualTo(204);
        }
        outside.awaitArrivals("/slow", SLOW_CALLERS);
        outside.awaitArrivals("/slow-job", SLOW_JOBS);

        assertThat(call(quick).statusCode()).isEqualTo(200);
        assertThat(server.get("/runs", bearer(RunningServer.TOKEN)).statusCode())
                .isEqualTo(200);
        assertThat(call(quickJob).statusCode()).isEqualTo(204);
        outside.awaitArrivals("/quick-job", 1);

        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        outside.release("/slow");
        outside.release("/slow-job");
        for (CompletableFuture<HttpResponse<String>> caller : waiting) {
            assertThat(caller.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void thereIsAConnectionForEachThreadThatMayWantOne() throws SQLException {
        ThreadPoolTaskExecutor jobs =
                (ThreadPoolTaskExecutor) ((SpringJobExecutor) server.bean(JobExecutor.class)).getTaskExecutor();
        int requests = Integer.parseInt(server.property("server.tomcat.threads.max"));
        int pool = server.bean(DataSource.class).unwrap(HikariDataSource.class).getMaximumPoolSize();

        assertThat(jobs.getMaxPoolSize()).isEqualTo(16);
        assertThat(jobs.getCorePoolSize())
                .as("no job waits while a thread is free")
                .isEqualTo(16);
        assertThat(pool).isGreaterThan(requests + jobs.getMaxPoolSize());
    }
}
