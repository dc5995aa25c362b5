package org.camundaflows.flow;

import org.jspecify.annotations.Nullable;

/**
 * One problem of a flow, told so that its author can mend it.
 *
 * @param code stable name of the problem, see {@link IssueCode}
 * @param blocking whether the flow cannot be deployed; other errors show when the step runs
 * @param flow id of the flow, empty when it has none
 * @param flowName name of the flow, empty when it has none
 * @param operationKey key of the operation; null for problems of the flow itself
 * @param operationId id of the operation; null for problems of the flow itself
 * @param path JSON path inside the flow with its nested operations, for example {@code $.operations[2].options.filter}
 * @param message what was found
 * @param expected what was expected in its place
 * @param mend what to do about it
 */
public record FlowIssue(
        String code,
        Severity severity,
        boolean blocking,
        String flow,
        String flowName,
        @Nullable String operationKey,
        @Nullable String operationId,
        String path,
        String message,
        String expected,
        String mend) {

    public enum Severity {
        ERROR,
        WARNING
    }

    /** All of it in one line, as logs and command lines show it. */
    public String text() {
        StringBuilder text = new StringBuilder(severity == Severity.ERROR ? "error" : "warning");
        text.append(' ').append(code).append(": flow ").append(Shown.quoted(flowName.isEmpty() ? flow : flowName));
        if (operationKey != null) {
            text.append(", operation ").append(Shown.quoted(operationKey));
        }
        return text.append(", at ")
                .append(path)
                .append(": ")
                .append(message)
                .append(" Expected: ")
                .append(expected)
                .append(". ")
                .append(mend)
                .toString();
    }
}
