package org.camundaflows.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Validates the sample after a change; issues are compared as {@code code at path}. */
final class Validated {

    private Validated() {}

    static void expect(Consumer<ObjectNode> change, String... issues) {
        assertThat(codes(Installed.validator().validate(Sample.changed(change))))
                .containsExactlyInAnyOrder(issues);
    }

    /** Sets an option of the operation at an index to the JSON given. */
    static Consumer<ObjectNode> option(int operation, String name, String json) {
        return flow -> Sample.options(flow, operation).set(name, Sample.parse(json));
    }

    /** Sets a member of the operation at an index to the JSON given. */
    static Consumer<ObjectNode> member(int operation, String name, String json) {
        return flow -> Sample.operation(flow, operation).set(name, Sample.parse(json));
    }

    /** Sets a member of the flow to the JSON given. */
    static Consumer<ObjectNode> flow(String name, String json) {
        return flow -> flow.set(name, Sample.parse(json));
    }

    /** Makes an operation one of another type. */
    static Consumer<ObjectNode> step(int operation, String type, String options) {
        return flow -> Sample.operation(flow, operation).put("type", type).set("options", Sample.parse(options));
    }

    static List<String> codes(List<FlowIssue> issues) {
        return issues.stream()
                .map(issue -> issue.code() + " at " + issue.path())
                .toList();
    }
}
