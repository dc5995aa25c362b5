package org.camundaflows.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;

/** Compares what happened with what the model allows. */
final class Verdict {

    private final Map<String, Integer> arrivals;
    private final int kills;
    private final Map<Integer, List<JsonNode>> runs = new HashMap<>();
    private final Map<String, Integer> called = new HashMap<>();
    private final Set<String> allowed = new HashSet<>();
    private final Map<String, Integer> tally = new TreeMap<>();
    private final SoftAssertions verdict = new SoftAssertions();

    Verdict(ServerClient client, Map<String, Integer> arrivals, int kills) {
        this.arrivals = arrivals;
        this.kills = kills;
        for (JsonNode run : client.runs("")) {
            verdict.assertThat(run.path("status").asText()).as(run.toString()).isNotIn("failed", "running", "unknown");
            if (run.path("trigger").asText().equals("webhook")) {
                int number = run.at("/data/$trigger/body/number").asInt();
                runs.computeIfAbsent(number, none -> new ArrayList<>()).add(run);
            } else {
                called.merge(run.path("parent").asText(), 1, Integer::sum);
                count("runs called by runs");
            }
        }
    }

    void check(RandomFlow flow, Attempt attempt) {
        List<JsonNode> records = runs.getOrDefault(flow.number(), List.of());
        String what = flow + ", " + attempt;
        flow.effects().forEach(allowed::addAll);
        count(flow.mode() + (attempt.isAnswered() ? " accepted" : " without an answer") + ", runs: " + records.size());
        if (attempt.isAnswered()) {
            verdict.assertThat(attempt.answer()).as(what).isIn(200, 202, 204);
            verdict.assertThat(records).as(what).hasSize(1);
        } else {
            verdict.assertThat(records).as(what).hasSizeLessThanOrEqualTo(1);
        }
        if (records.isEmpty()) {
            checkLost(flow, what);
        } else {
            checkRun(flow, records.get(0), what);
            checkEffects(flow, mayRepeat(flow, attempt), what);
        }
    }

    /** Each kill interrupts a run at most once; one that ended before its caller was answered was not interrupted. */
    private int mayRepeat(RandomFlow flow, Attempt attempt) {
        boolean ended = flow.mode() != RandomFlow.Mode.ASYNC && attempt.isAnswered() && attempt.answer() != 202;
        return ended ? 0 : kills - attempt.life();
    }

    private void checkRun(RandomFlow flow, JsonNode run, String what) {
        count("runs " + run.path("status").asText());
        verdict.assertThat(run.path("status").asText()).as(what).isEqualTo(flow.status());
        verdict.assertThat(StreamSupport.stream(run.path("steps").spliterator(), false)
                        .map(step -> step.path("key").asText() + " "
                                + step.path("status").asText()))
                .as(what)
                .containsExactlyElementsOf(flow.log());
        verdict.assertThat(called.getOrDefault(run.path("id").asText(), 0))
                .as(what)
                .isEqualTo(flow.calls());
    }

    private void checkEffects(RandomFlow flow, int mayRepeat, String what) {
        for (List<String> ofOneRun : flow.effects()) {
            int repeats = 0;
            for (String effect : ofOneRun) {
                int times = arrivals.getOrDefault(effect, 0);
                verdict.assertThat(times).as(effect + " of " + what).isPositive();
                repeats += times - 1;
            }
            verdict.assertThat(repeats).as("repeats of " + what).isLessThanOrEqualTo(mayRepeat);
            tally.merge("effects", ofOneRun.size(), Integer::sum);
            tally.merge("effects repeated", repeats, Integer::sum);
            tally.merge("most repeats of one run", repeats, Math::max);
        }
    }

    /** Nobody was told that the run would happen. Only one that promises nothing may have begun. */
    private void checkLost(RandomFlow flow, String what) {
        List<String> own = flow.effects().get(0);
        for (String effect : own) {
            int most = flow.mode() == RandomFlow.Mode.DIRECT ? 1 : 0;
            verdict.assertThat(arrivals.getOrDefault(effect, 0))
                    .as(effect + " of " + what)
                    .isLessThanOrEqualTo(most);
        }
    }

    void checkNothingElseHappened() {
        verdict.assertThat(arrivals.keySet()).isSubsetOf(allowed);
    }

    /** @throws AssertionError that tells all that is wrong */
    void speak() {
        verdict.assertAll();
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    String table(Database database, Duration time) {
        StringBuilder table = new StringBuilder("\n| on " + database + " | |\n|---|---:|\n");
        table.append("| kills | %d |\n| seconds | %d |\n".formatted(kills, time.toSeconds()));
        tally.forEach((what, count) -> table.append("| %s | %d |\n".formatted(what, count)));
        return table.toString();
    }
}
