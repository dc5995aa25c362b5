package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads flows in every form they come in: one flow with nested {@code operations}; an array of them; either inside
 * {@code {"data": …}}, as the REST API answers; and pairs of flows and operations, where an operation names its flow in
 * {@code flow}. A pair is two values, two files, one directory with {@code flows.json} and {@code operations.json}, or
 * one object with the members {@code flows} and {@code operations}.
 *
 * <p>Options written as JSON text are parsed; a text that is no JSON is kept, and validation tells. All other members
 * stay as they are. Every method throws {@link FlowReadException}, and nothing else, for input that holds no flows.
 */
public final class FlowReader {

    private static final String FLOWS = "flows.json";
    private static final String OPERATIONS = "operations.json";

    private final FlowLimits limits;

    public FlowReader() {
        this(FlowLimits.DEFAULT);
    }

    public FlowReader(FlowLimits limits) {
        this.limits = limits;
    }

    public FlowDocument read(String json) {
        return read(json, null);
    }

    /** @param source what messages call the text; null for nothing */
    public FlowDocument read(String json, @Nullable String source) {
        return assemble(JsonSource.of(json, source, limits), null);
    }

    /** @param json is not changed, and may be changed afterwards */
    public FlowDocument read(JsonNode json) {
        return assemble(JsonSource.of(json, null, limits), null);
    }

    /** @param operations those of all flows, an array or {@code {"data": […]}} */
    public FlowDocument read(JsonNode flows, JsonNode operations) {
        return assemble(JsonSource.of(flows, "flows", limits), JsonSource.of(operations, "operations", limits));
    }

    /** @param path a file, or a directory with {@code flows.json} and, unless operations are nested, {@code operations.json} */
    public FlowDocument read(Path path) {
        if (!Files.isDirectory(path)) {
            return assemble(JsonSource.of(path, limits), null);
        }
        Path operations = path.resolve(OPERATIONS);
        return assemble(
                JsonSource.of(path.resolve(FLOWS), limits),
                Files.exists(operations) ? JsonSource.of(operations, limits) : null);
    }

    public FlowDocument read(Path flows, Path operations) {
        return assemble(JsonSource.of(flows, limits), JsonSource.of(operations, limits));
    }

    private FlowDocument assemble(JsonSource flows, @Nullable JsonSource operations) {
        return new FlowAssembly(flows, operations, limits).document();
    }
}
