package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes one call of a case and compares what the case says about it. */
final class StepRunner {

    private final Surroundings surroundings;
    private final Patience patience;
    private final HttpCaller http;
    private final Case one;
    private final SavedValues saved;

    StepRunner(Surroundings surroundings, Patience patience, Case one, SavedValues saved) {
        this.surroundings = surroundings;
        this.patience = patience;
        this.http = new HttpCaller(surroundings.application());
        this.one = one;
        this.saved = saved;
    }

    List<Difference> run(Case.Step step) {
        surroundings.mailbox().clear();
        surroundings.stub().forgetRequests();
        JsonNode expect = step.expect();
        RunRecords records = RunRecords.watch(http, observedFlows(expect.path("runs")));
        JsonNode answer = fire(step);
        List<Difference> differences = new ArrayList<>();
        if (expect.has("response")) {
            differences.addAll(ResponseExpectation.compare(expect.path("response"), answer, saved));
        }
        if (expect.has("runs")) {
            differences.addAll(compareRuns(expect.path("runs"), records));
        }
        differences.addAll(compareEffects(expect));
        return differences;
    }

    private Set<String> observedFlows(JsonNode expectedRuns) {
        Set<String> flows = new LinkedHashSet<>(one.flowIds());
        expectedRuns.forEach(
                run -> flows.add(saved.insertInto(run.path("flow").asText()).asText()));
        return flows;
    }

    private JsonNode fire(Case.Step step) {
        if (step.fire().path("kind").asText().equals("schedule")) {
            surroundings.application().fireTimer(one.scheduledFlow(step));
            return MissingNode.getInstance();
        }
        return http.send(saved.insertInto(step.fire()));
    }

    private List<Difference> compareRuns(JsonNode expected, RunRecords records) {
        patience.collect(expected.size(), records::recorded);
        patience.await(records::allFinished);
        return new RunsExpectation(expected, UnorderedFlows.of(one.flows()), saved).compare(records.recorded());
    }

    private List<Difference> compareEffects(JsonNode expect) {
        Patience rest = expect.has("runs") ? patience.afterRuns() : patience;
        List<Difference> differences = new ArrayList<>();
        if (expect.has("items")) {
            differences.addAll(compareItems(expect.path("items"), rest));
        }
        if (expect.has("requests")) {
            JsonNode expected = expect.path("requests");
            List<JsonNode> requests = rest.collect(expected.size(), surroundings.stub()::requests);
            differences.addAll(RequestsExpectation.compare(expected, requests, saved));
        }
        if (expect.has("mails")) {
            JsonNode expected = expect.path("mails");
            List<JsonNode> mails = rest.collect(expected.size(), surroundings.mailbox()::mails);
            differences.addAll(new MailsExpectation(one.mailSteps(), saved).compare(expected, mails));
        }
        if (expect.has("logs")) {
            JsonNode expected = expect.path("logs");
            List<String> messages = rest.collect(expected.size(), surroundings.logs()::messages);
            differences.addAll(LogsExpectation.compare(expected, messages, saved));
        }
        return differences;
    }

    /** What flows write behind the answer may take a moment. */
    private List<Difference> compareItems(JsonNode expected, Patience rest) {
        rest.await(() -> differencesOfItems(expected, saved.copy()).isEmpty());
        return differencesOfItems(expected, saved);
    }

    private List<Difference> differencesOfItems(JsonNode expected, SavedValues values) {
        List<Difference> differences = new ArrayList<>();
        expected.properties()
                .forEach(collection -> differences.addAll(Expectation.compare(
                        collection.getValue(),
                        surroundings.application().items(collection.getKey()),
                        Place.root("items." + collection.getKey()),
                        values)));
        return differences;
    }
}
