package org.camundaflows.cli;

import java.util.List;
import java.util.Map;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.engine.FlowEnginePlugin;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.operation.OperationRegistry;

/** What commands work with; close it after use. */
public interface Toolbox extends AutoCloseable {

    OperationRegistry operations();

    FlowValidator validator();

    FlowCompiler compiler();

    /**
     * A plugin for one engine.
     *
     * @param environment variables that flows may read as {@code $env}, besides those that the configuration allows; the
     *     texts are read as environment variables are, with {@code json:} and the other prefixes
     */
    FlowEnginePlugin enginePlugin(Map<String, String> environment, RunObserver observer);

    /**
     * What a snapshot of a data model has that the configured database has not, one line for each thing. Nothing is changed.
     *
     * @throws IllegalArgumentException if the text is no snapshot, with a message for people
     */
    List<String> compareSchema(String snapshot);

    /**
     * Creates what {@link #compareSchema} tells.
     *
     * @return what was created
     * @throws IllegalArgumentException if the text is no snapshot, or something cannot be created
     */
    List<String> applySchema(String snapshot);

    @Override
    void close();
}
