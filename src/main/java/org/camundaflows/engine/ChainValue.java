package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.spin.plugin.variable.value.impl.JsonValueImpl;
import org.camundaflows.json.TaggedJson;
import org.jspecify.annotations.Nullable;

/** A value of a data chain as a process variable of type {@code json}; never parsed by Spin. */
final class ChainValue extends JsonValueImpl {

    private static final long serialVersionUID = 1L;

    private final @Nullable String record;

    /** @param record what the run log keeps of the step that made the value; null when it is kept elsewhere */
    ChainValue(String json, @Nullable String record) {
        super(json);
        this.record = record;
    }

    static ChainValue of(JsonNode value) {
        return of(value, null);
    }

    static ChainValue of(JsonNode value, @Nullable String record) {
        return new ChainValue(TaggedJson.write(value), record);
    }

    @Nullable
    String record() {
        return record;
    }
}
