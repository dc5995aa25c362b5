package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camundaflows.FlowSketch;
import org.camundaflows.compile.BpmnIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Webhooks on the real application; its subclasses say on which database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Webhooks {

    FlowServer server;

    @Test
    void aRunIsAnsweredAndRecorded() {
        FlowSketch flow = FlowSketch.webhook("answer")
                .option("return", "b")
                .transform("a", "{\"got\":\"{{$trigger.body}}\"}")
                .transform("b", "{\"got\":\"{{a.got.text}}\"}");
        server.deploy(flow);

        HttpResponse<String> answer = server.post(flow, "{\"text\":\"ünï\\u0000\\ud800🔑\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"got\":\"ünï\\u0000\\ud800🔑\"}");
        JsonNode run = server.ended(flow, 1);
        assertThat(run.path("status").asText()).isEqualTo("resolved");
        assertThat(run.path("data").path("b")).isEqualTo(FlowSketch.parse(answer.body()));
        assertThat(run.path("data").path("$trigger").path("path").asText()).isEqualTo("/trigger/" + flow.id());
    }

    @Test
    void largeValuesComeAndGo() {
        FlowSketch flow = FlowSketch.webhook("large").option("return", "a").transform("a", "[\"{{$trigger.body.v}}\"]");
        server.deploy(flow);
        for (int length : new int[] {3990, 3998, 3999, 4000, 4001, 900_000}) {
            String value = "x".repeat(length);
            HttpResponse<String> answer = server.post(flow, "{\"v\":\"" + value + "\"}");
            assertThat(answer.body().equals("[\"" + value + "\"]")).isTrue();
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        }
    }

    @Test
    void tenChildrenThatWaitRunAtTheSameTime() {
        FlowSketch child = FlowSketch.called("napping").sleep("nap", 300).transform("v", "{\"n\":\"{{$trigger}}\"}");
        String ten = IntStream.range(0, 10).mapToObj(Integer::toString).collect(Collectors.joining(","));
        FlowSketch parent = FlowSketch.webhook("ten")
                .option("return", "all")
                .step("all", "trigger", "{\"flow\":\"" + child.id() + "\",\"payload\":[" + ten + "]}");
        server.deploy(child, parent);
        server.post(parent, "{}");

        long start = System.nanoTime();
        HttpResponse<String> answer = server.post(parent, "{}");

        assertThat(FlowSketch.parse(answer.body())).hasSize(10);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1000);
    }

    @Test
    void anAcceptedRunIsCommittedWhenTheCallerHears() {
        FlowSketch flow = FlowSketch.webhook("accepted").option("async", true).transform("v", "1");
        server.deploy(flow);
        JobExecutor jobs = ((ProcessEngineConfigurationImpl)
                        server.bean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
        jobs.shutdown();
        try {
            assertThat(server.post(flow, "{}").statusCode()).isEqualTo(204);
            String run = server.runs(flow).path(0).path("id").asText();
            assertThat(server.bean(ManagementService.class)
                            .createJobQuery()
                            .processInstanceId(run)
                            .count())
                    .isEqualTo(1);
            assertThat(server.runs(flow).path(0).path("status").asText()).isEqualTo("running");
        } finally {
            jobs.start();
        }
        assertThat(server.ended(flow, 1).path("status").asText()).isEqualTo("resolved");
    }

    @Test
    void theCallerGetsTheAnswerOfARunThatLeftItsThread() {
        FlowSketch flow = FlowSketch.webhook("back")
                .option("return", "v")
                .option("durability", "durable")
                .transform("v", "[1]");
        server.deploy(flow);

        assertThat(server.post(flow, "{}").body()).isEqualTo("[1]");
    }

    @Test
    void theCallerOfARunThatTakesTooLongGetsItsId() {
        FlowSketch flow = FlowSketch.webhook("slow").sleep("nap", 1500).transform("v", "1");
        server.deploy(flow);

        HttpResponse<String> answer = server.post(flow, "{}");

        assertThat(answer.statusCode()).isEqualTo(202);
        String run = FlowSketch.parse(answer.body()).path("data").path("run").asText();
        assertThat(server.ended(flow, 1).path("id").asText()).isEqualTo(run);
    }

    @Test
    void aTechnicalFailureIsTheCallersAndIsRecorded() {
        FlowSketch flow = FlowSketch.webhook("broken").transform("a", "1").step("b", "break", "{}");
        server.deploy(flow);

        HttpResponse<String> answer = server.post(flow, "{}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"An unexpected error occurred.\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}]}");
        JsonNode run = server.ended(flow, 1);
        assertThat(run.path("status").asText()).isEqualTo("failed");
        assertThat(run.path("steps").path(1).path("status").asText()).isEqualTo("failed");
    }

    @Test
    void aTechnicalFailureOfAnAcceptedRunIsAnIncidentInTheRunLog() {
        FlowSketch flow = FlowSketch.webhook("incident")
                .option("async", true)
                .transform("a", "1")
                .step("b", "break", "{}");
        server.deploy(flow);

        assertThat(server.post(flow, "{}").statusCode()).isEqualTo(204);

        server.await(() -> server.runs(flow).path(0).path("open_incidents").asInt() == 1);
        JsonNode run = server.admin(
                        "/runs/" + server.runs(flow).path(0).path("id").asText())
                .path("data");
        assertThat(run.path("status").asText()).isEqualTo("failed");
        assertThat(run.path("incidents").path(0).path("message").asText())
                .contains("library missing")
                .doesNotContain(FlowServer.SECRET);
    }

    @Test
    void aRunThatTheEngineRefusesIsAnErrorLikeAnyOther() {
        FlowSketch flow = FlowSketch.webhook("suspended").transform("a", "1");
        server.deploy(flow);
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();

        server.await(() -> {
            answer.set(afterSuspension(flow));
            return answer.get().statusCode() != 403;
        });

        assertThat(answer.get().statusCode()).isEqualTo(500);
        assertThat(answer.get().body()).contains("\"INTERNAL_SERVER_ERROR\"").doesNotContain("suspended");
    }

    /** Forbidden, as a flow that is not there, unless the server saw the flow within the last second. */
    private HttpResponse<String> afterSuspension(FlowSketch flow) {
        RepositoryService repository = server.bean(RepositoryService.class);
        repository.activateProcessDefinitionByKey(BpmnIds.process(flow.id()));
        server.post(flow, "{}");
        repository.suspendProcessDefinitionByKey(BpmnIds.process(flow.id()));
        return server.post(flow, "{}");
    }

    @Test
    void anInactiveFlowDoesNotRun() {
        FlowSketch flow =
                FlowSketch.webhook("resting").member("status", "inactive").transform("v", "1");
        server.deploy(flow);

        assertThat(server.post(flow, "{}").statusCode()).isEqualTo(403);
        assertThat(server.runs(flow)).isEmpty();
    }

    @Test
    void theRunLogIsListedInPagesAndFiltered() {
        FlowSketch flow = FlowSketch.webhook("listed")
                .step("a", "condition", "{\"filter\":{\"$trigger\":{\"body\":{\"ok\":{\"_eq\":true}}}}}");
        server.deploy(flow);
        for (int n = 0; n < 3; n++) {
            server.post(flow, "{\"ok\":" + (n < 2) + "}");
        }

        JsonNode page = server.admin("/runs?flow=" + flow.id() + "&limit=2&page=2");
        assertThat(page.path("data")).hasSize(1);
        assertThat(page.path("meta").path("filter_count").asInt()).isEqualTo(3);
        assertThat(server.admin("/runs?flow=" + flow.id() + "&status=rejected").path("data"))
                .hasSize(1);
        assertThat(server.admin("/runs?flow=" + flow.id() + "&from=2999-01-01T00:00:00Z")
                        .path("data"))
                .isEmpty();
        assertThat(server.admin("/runs?status=odd").path("errors")).hasSize(1);
    }
}
