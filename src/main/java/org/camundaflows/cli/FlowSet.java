package org.camundaflows.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowDocument;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowValidator;

/** The flows of a command line, and what could not be read. */
record FlowSet(List<File> files, List<Unreadable> unreadable) {

    /** @param path the file, or the directory of a pair */
    record File(Path path, FlowDocument document) {}

    /** @param message names file, place and what was expected */
    record Unreadable(Path path, String place, String message) {}

    /** @param file where the flow was read */
    record Found(Path file, FlowIssue issue) {

        boolean isError() {
            return issue.severity() == FlowIssue.Severity.ERROR;
        }

        String text() {
            return file + ": " + issue.text();
        }
    }

    FlowSet {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    List<Flow> flows() {
        return files.stream().flatMap(file -> file.document().flows().stream()).toList();
    }

    /** What reading found, and what validation finds in all flows side by side. */
    List<Found> issues(FlowValidator validator) {
        List<Found> issues = new ArrayList<>();
        for (File file : files) {
            file.document().issues().forEach(issue -> issues.add(new Found(file.path(), issue)));
        }
        validator.validate(flows()).forEach(issue -> issues.add(new Found(fileOf(issue.flow()), issue)));
        return issues;
    }

    private Path fileOf(String flowId) {
        return files.stream()
                .filter(file -> file.document().flows().stream()
                        .anyMatch(flow -> flow.id().equals(flowId)))
                .findFirst()
                .map(File::path)
                .orElseGet(() -> files.get(0).path());
    }
}
