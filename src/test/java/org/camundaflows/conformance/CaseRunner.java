package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs one case: sets it up, makes its calls one after another and gathers what differs. */
final class CaseRunner {

    private final Surroundings surroundings;
    private final Patience patience;
    private final HttpCaller http;
    private final Function<String, World> worlds;

    /** @param worlds by their names */
    CaseRunner(Surroundings surroundings, Patience patience, Function<String, World> worlds) {
        this.worlds = worlds;
        this.surroundings = surroundings;
        this.patience = patience;
        this.http = new HttpCaller(surroundings.application());
    }

    /** All differences; none means that the case passes. A case that cannot be run at all differs too. */
    List<Difference> run(Case recorded) {
        Case one = recorded.withStub(surroundings.stub().baseUrl());
        surroundings.stub().answer(one.http());
        surroundings.logs().clear();
        try {
            surroundings.application().enter(worlds.apply(one.world()));
            surroundings.application().setEnvironment(one.env());
            install(one);
            return call(one);
        } catch (RuntimeException e) {
            return List.of(new Difference("case", "to run", e.toString()));
        }
    }

    private void install(Case one) {
        if (one.hasSchedule()) {
            surroundings.application().holdTimersDuring(() -> deploy(one.flows()));
        } else {
            deploy(one.flows());
        }
    }

    private void deploy(JsonNode flows) {
        JsonNode answer = http.asAdmin("POST", "/deployments", flows);
        if (answer.path("status").asInt() != 200) {
            throw new IllegalStateException("The deployment answered " + answer);
        }
    }

    private List<Difference> call(Case one) {
        StepRunner runner = new StepRunner(surroundings, patience, one, new SavedValues());
        List<Case.Step> steps = one.steps();
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String prefix = steps.size() == 1 ? "" : "step " + i + ": ";
            runner.run(steps.get(i)).forEach(found -> differences.add(found.in(prefix)));
            surroundings.logs().clear();
        }
        return differences;
    }
}
