package org.camundaflows.app.settings;

import com.fasterxml.jackson.databind.JsonNode;

/** Lets tests of other packages read environment variables the way the application does. */
public final class EnvironmentText {

    private EnvironmentText() {}

    /** The value that flows see when the variable holds this text. */
    public static JsonNode value(String name, String text) {
        return TypedVariables.value(name, text);
    }
}
