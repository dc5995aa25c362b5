package org.camundaflows.cli;

import org.camundaflows.engine.Outcome;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.Flow;

/** Shows a run: its steps as they end, then how it ended. */
interface RunView extends RunObserver {

    void begin(Flow flow);

    void end(Outcome outcome);

    @Override
    default void runEnded(Flow flow, Outcome outcome) {
        // the outcome comes to whoever started the run; those of called flows are results of steps
    }
}
