package org.camundaflows.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camundaflows.app.settings.FlowsProperties;
import org.camundaflows.app.settings.TypedVariables;
import org.camundaflows.cli.Toolbox;
import org.camundaflows.compile.FlowCompiler;
import org.camundaflows.engine.FlowEnginePlugin;
import org.camundaflows.engine.FlowEnvironment;
import org.camundaflows.engine.RunObserver;
import org.camundaflows.flow.FlowValidator;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.schema.SchemaDifference;
import org.camundaflows.store.schema.SchemaImport;
import org.camundaflows.store.schema.SchemaReader;
import org.camundaflows.store.schema.SchemaSnapshot;
import org.camundaflows.store.sql.Database;
import org.springframework.context.ConfigurableApplicationContext;

/** The beans of a {@link CommandLineContext}, made when they are asked for. */
record SpringToolbox(ConfigurableApplicationContext context) implements Toolbox {

    /** Runs of the command line are not kept: nobody has to tell nodes apart. */
    private static final String LOCAL_NODE = "local";

    @Override
    public OperationRegistry operations() {
        return context.getBean(OperationRegistry.class);
    }

    @Override
    public FlowValidator validator() {
        return context.getBean(FlowValidator.class);
    }

    @Override
    public FlowCompiler compiler() {
        return context.getBean(FlowCompiler.class);
    }

    @Override
    public FlowEnginePlugin enginePlugin(Map<String, String> environment, RunObserver observer) {
        Map<String, JsonNode> variables = new HashMap<>();
        context.getBean(FlowEnvironment.class)
                .values()
                .properties()
                .forEach(variable -> variables.put(variable.getKey(), variable.getValue()));
        environment.forEach((name, text) -> variables.put(name, TypedVariables.value(name, text)));
        return EnginePlugins.create(
                operations(),
                new FlowEnvironment(variables),
                context.getBean(FlowsProperties.class),
                LOCAL_NODE,
                observer,
                context.getBean(Clock.class));
    }

    @Override
    public List<String> compareSchema(String snapshot) {
        return schema(() -> schemaImport().compare(SchemaSnapshot.read(snapshot)));
    }

    @Override
    public List<String> applySchema(String snapshot) {
        return schema(() -> schemaImport().apply(SchemaSnapshot.read(snapshot)));
    }

    private SchemaImport schemaImport() {
        return new SchemaImport(context.getBean(Database.class), context.getBean(SchemaReader.class));
    }

    private static List<String> schema(Supplier<SchemaDifference> work) {
        try {
            return work.get().lines();
        } catch (ItemException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
