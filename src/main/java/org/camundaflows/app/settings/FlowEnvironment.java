package org.camundaflows.app.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The environment variables that flows may read, with the types they were given: {@code $env}. */
public final class FlowEnvironment {

    private final ObjectNode values;

    private FlowEnvironment(ObjectNode values) {
        this.values = values;
    }

    /**
     * Reads the allowed variables once.
     *
     * @param allowed names; one that is not set is left out
     * @throws InvalidSetting if a value does not fit its type prefix
     */
    static FlowEnvironment of(List<String> allowed, Variables.Lookup lookup) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (String name : allowed) {
            String text = lookup.get(name);
            if (text != null) {
                values.set(name, TypedVariables.value(name, text));
            }
        }
        return new FlowEnvironment(values);
    }

    /** A new object at each call, in the order of the allow list. */
    public ObjectNode toObject() {
        return values.deepCopy();
    }
}
