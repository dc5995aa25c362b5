package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.json.Json;

/** All that is wrong with the flows of a command line. */
record IssueReport(FlowSet flows, List<FlowSet.Found> issues) {

    boolean hasErrors() {
        return errors() > 0;
    }

    boolean isClean() {
        return flows.unreadable().isEmpty() && issues.isEmpty();
    }

    long errors() {
        return flows.unreadable().size()
                + issues.stream().filter(FlowSet.Found::isError).count();
    }

    long warnings() {
        return issues.stream().filter(found -> !found.isError()).count();
    }

    /** Ids of the flows that cannot be deployed. */
    Set<String> blocked() {
        return issues.stream()
                .map(FlowSet.Found::issue)
                .filter(FlowIssue::blocking)
                .map(FlowIssue::flow)
                .collect(Collectors.toSet());
    }

    void printUnreadable(PrintWriter err) {
        flows.unreadable().forEach(file -> err.println("error: " + file.message()));
    }

    void printIssues(PrintWriter out) {
        issues.forEach(found -> out.println(found.text()));
    }

    /** Without warnings, which {@code validate} shows. */
    void printErrors(PrintWriter out) {
        issues.stream().filter(FlowSet.Found::isError).forEach(found -> out.println(found.text()));
    }

    ArrayNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (FlowSet.Unreadable file : flows.unreadable()) {
            array.addObject()
                    .put("file", file.path().toString())
                    .put("code", "UNREADABLE")
                    .put("severity", FlowIssue.Severity.ERROR.name())
                    .put("blocking", true)
                    .put("path", file.place())
                    .put("message", file.message());
        }
        for (FlowSet.Found found : issues) {
            ObjectNode json = array.addObject().put("file", found.file().toString());
            json.setAll((ObjectNode) Json.mapper().valueToTree(found.issue()));
        }
        return array;
    }
}
