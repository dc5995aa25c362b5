package org.camundaflows.operations.script;

import org.camundaflows.operation.Result;

/** What the thread of a script tells the thread that waits for it. */
sealed interface Event permits LogLine, Event.Ended {

    /** Always the last event. */
    record Ended(Result result) implements Event {}
}
