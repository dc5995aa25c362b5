package org.camundaflows.operations.script;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.json.Json;
import org.camundaflows.json.TaggedJson;

/**
 * What a script is given, as text: reading JSON is several times faster in the engine than walking proxies, and a script
 * gets plain objects that it may change.
 *
 * @param chain the data, tagged form
 * @param tagged whether {@code chain} may hold anything but plain JSON
 * @param env {@code process.env}
 */
record Input(String chain, boolean tagged, String env) {

    static Input of(JsonNode chain, JsonNode env) {
        String text = TaggedJson.write(chain);
        return new Input(text, text.contains("\"$flow:"), Json.write(env));
    }
}
