package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.spin.plugin.variable.value.impl.JsonValueImpl;
import org.camundaflows.json.TaggedJson;

/** A value of a data chain as a process variable of type {@code json}; never parsed by Spin. */
final class ChainValue extends JsonValueImpl {

    private static final long serialVersionUID = 1L;

    ChainValue(String json) {
        super(json);
    }

    static ChainValue of(JsonNode value) {
        return new ChainValue(TaggedJson.write(value));
    }
}
