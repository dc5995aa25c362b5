package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How a run begins.
 *
 * @param mode what the run promises unless the flow says otherwise
 * @param depth how many flows called each other to get here
 * @param parent id of the calling run, or null
 */
record Start(JsonNode trigger, JsonNode accountability, RunMode mode, int depth, @Nullable String parent) {}
