package org.camundaflows.flow;

/** Finds one sort of problem. Rules never run anything of a flow, and never throw whatever the JSON holds. */
@FunctionalInterface
interface FlowRule {

    void check(FlowGraph graph, Findings findings);
}
