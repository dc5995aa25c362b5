package org.camundaflows.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A run with its steps and data as recorded: redacted, and as far as the flow's accountability allows.
 *
 * @param steps in order of execution: operation, key, type, status, options, result, start, end, attempt, node
 * @param data the data chain
 * @param incidents open incidents: flow, operation, key, message, time
 */
public record RunDetails(RunSummary run, ArrayNode steps, ObjectNode data, ArrayNode incidents) {}
