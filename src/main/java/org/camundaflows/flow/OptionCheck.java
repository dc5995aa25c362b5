package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;

/**
 * Looks deeper into option values than their kind tells: into filters, for example. It must not run anything, and may be
 * asked about any JSON.
 */
@FunctionalInterface
public interface OptionCheck {

    /** Finds nothing. */
    OptionCheck NONE = (type, option, value) -> List.of();

    /**
     * Problems of one option that is present and not null. Templates are not rendered; a text that holds JSON comes
     * parsed when the option's kind is {@link Option.Kind#JSON}.
     */
    List<Problem> problems(OperationType type, Option option, JsonNode value);

    /**
     * @param path member names and indexes from the option's value to the place; empty for the value itself
     * @param message what is wrong there
     */
    record Problem(List<String> path, String message) {

        public Problem {
            path = List.copyOf(path);
        }
    }
}
