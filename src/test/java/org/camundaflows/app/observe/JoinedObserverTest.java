package org.camundaflows.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.engine.EndedStep;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.engine.StepStatus;
import org.camundaflows.flow.Flow;
import org.junit.jupiter.api.Test;

class JoinedObserverTest {

    private final Flow flow = new Flow(JsonNodeFactory.instance.objectNode().put("id", "f"), List.of());

    @Test
    void anObserverThatThrowsDisturbsNeitherTheRunNorTheOthers() {
        List<String> told = new ArrayList<>();
        RunObserver failing = new RunObserver() {
            @Override
            public void runStarted(Flow started, String runId) {
                throw new IllegalStateException();
            }
        };
        RunObserver listening = new RunObserver() {
            @Override
            public void runStarted(Flow started, String runId) {
                told.add("start " + started.id() + " " + runId);
            }

            @Override
            public void stepEnded(Flow of, EndedStep step) {
                told.add("step " + step.key());
            }
        };
        RunObserver joined = new JoinedObserver(List.of(failing, listening));

        joined.runStarted(flow, "r");
        joined.stepEnded(flow, new EndedStep("r", "k", "log", StepStatus.RESOLVE, Duration.ZERO));

        assertThat(told).containsExactly("start f r", "step k");
    }
}
