package org.camundaflows.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowIssue;
import org.camundaflows.flow.FlowOperation;
import org.jspecify.annotations.Nullable;

/** The ids of flows and operations are UUIDs in the database (specification: flows-and-operations, section 2.2). */
final class StorableIds {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private StorableIds() {}

    /** What is wrong with the ids of a flow; empty when it can be stored. */
    static List<FlowIssue> problems(Flow flow) {
        List<FlowIssue> problems = new ArrayList<>();
        if (!isUuid(flow.id())) {
            problems.add(problem(flow, null, "$.id", flow.id()));
        }
        for (int i = 0; i < flow.operations().size(); i++) {
            FlowOperation operation = flow.operations().get(i);
            if (!isUuid(operation.id())) {
                problems.add(problem(flow, operation, "$.operations[" + i + "].id", operation.id()));
            }
        }
        return problems;
    }

    private static boolean isUuid(String id) {
        return UUID.matcher(id).matches();
    }

    private static FlowIssue problem(Flow flow, @Nullable FlowOperation operation, String path, String id) {
        return new FlowIssue(
                "id-not-storable",
                FlowIssue.Severity.ERROR,
                true,
                flow.id(),
                flow.name(),
                operation == null ? null : operation.key(),
                operation == null ? null : operation.id(),
                path,
                "The id \"" + id + "\" cannot be stored.",
                "a UUID, such as 6f1c2b1e-3c0d-4d3c-9a55-0c8e0a7d1f20",
                "Give it a UUID, and name it so in operation, resolve and reject.");
    }
}
