package org.camundaflows.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.camundaflows.engine.RunDetails;
import org.camundaflows.engine.RunFilter;
import org.camundaflows.engine.RunHistory;
import org.camundaflows.engine.RunRetries;
import org.camundaflows.engine.RunStatus;
import org.camundaflows.engine.RunSummary;
import org.camundaflows.json.DateValue;
import org.camundaflows.trigger.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The run log: {@code GET /runs}, {@code /runs/{id}}, {@code /flows/{id}/runs}; and {@code POST /runs/{id}/retry}. For
 * administrators only.
 */
@RestController
public final class RunController {

    private static final int MAX_PAGE = 1000;

    private final RunHistory history;
    private final RunRetries retries;

    public RunController(RunHistory history, RunRetries retries) {
        this.history = history;
        this.retries = retries;
    }

    /**
     * Runs, newest first.
     *
     * @param flow id of a flow
     * @param status one of {@link RunStatus}, in lower case
     * @param from earliest start, ISO-8601 with zone
     * @param to latest start, exclusive
     * @param page from 1
     */
    @GetMapping("/runs")
    public ResponseEntity<String> list(
            @RequestParam(required = false) @Nullable String flow,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(defaultValue = "1") String page) {
        RunFilter filter = new RunFilter(flow, status(status), instant("from", from), instant("to", to));
        int size = number("limit", limit, MAX_PAGE);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        history.list(filter, (number("page", page, Integer.MAX_VALUE / MAX_PAGE) - 1) * size, size)
                .forEach(run -> data.add(json(run)));
        body.putObject("meta").put("filter_count", history.count(filter));
        return JsonAnswer.of(200, body);
    }

    /** {@link #list} for one flow. */
    @GetMapping("/flows/{flow}/runs")
    public ResponseEntity<String> listOfFlow(
            @PathVariable String flow,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(defaultValue = "1") String page) {
        return list(flow, status, from, to, limit, page);
    }

    /** One run with its steps, data and incidents. */
    @GetMapping("/runs/{id}")
    public ResponseEntity<String> find(@PathVariable String id) {
        return answer(details(id));
    }

    /** Tries the failed steps of a run again and answers with the run; 400 when nothing of it has failed. */
    @PostMapping("/runs/{id}/retry")
    public ResponseEntity<String> retry(@PathVariable String id) {
        details(id);
        if (retries.retry(id) == 0) {
            throw Refusal.invalidPayload("Run \"" + id + "\" has no failed step to retry");
        }
        return answer(details(id));
    }

    private RunDetails details(String id) {
        return history.find(id).orElseThrow(() -> Refusal.routeNotFound("/runs/" + id));
    }

    private static ResponseEntity<String> answer(RunDetails details) {
        ObjectNode data = json(details.run());
        data.set("steps", details.steps());
        data.set("data", details.data());
        data.set("incidents", details.incidents());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return JsonAnswer.of(200, body);
    }

    private static ObjectNode json(RunSummary run) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", run.id())
                .put("flow", run.flow())
                .put("name", run.name())
                .put("version", run.version())
                .put("status", run.status().text())
                .put("trigger", run.trigger())
                .put("start", new DateValue(run.start()).iso());
        Instant end = run.end();
        return json.put("end", end == null ? null : new DateValue(end).iso())
                .put("duration", run.durationMillis())
                .put("parent", run.parent())
                .put("open_incidents", run.incidents());
    }

    private static @Nullable RunStatus status(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(RunStatus.values())
                .filter(status -> status.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalidQuery("\"status\" must be one of running, resolved, rejected, unknown, failed"));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalidQuery("\"" + name + "\" must be a date such as 2026-01-31T08:00:00Z");
        }
    }

    private static int number(String name, String text, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Refusal.invalidQuery("\"" + name + "\" must be a number from 1 to " + max);
    }
}
