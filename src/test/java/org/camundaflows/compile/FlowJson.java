package org.camundaflows.compile;

import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowReader;

/** Flows written as JSON. */
final class FlowJson {

    private FlowJson() {}

    static Flow of(String json) {
        return new FlowReader().read(json).flows().get(0);
    }
}
