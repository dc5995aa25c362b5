package org.camundaflows.operations.script;

import org.camundaflows.operation.RunLog;

/** One call of a function of {@code console}. */
record LogLine(String level, String message) implements Event {

    void writeTo(RunLog log) {
        switch (level) {
            case "warn" -> log.warn(message);
            case "error" -> log.error(message);
            case "debug", "trace" -> log.debug(message);
            default -> log.info(message);
        }
    }
}
