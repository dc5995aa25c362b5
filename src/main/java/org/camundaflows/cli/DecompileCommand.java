package org.camundaflows.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.compile.DecompileException;
import org.camundaflows.compile.FlowDecompiler;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decompile}: turns BPMN files back into flows. */
@Command(
        description = {
            "Turn BPMN files back into flows, also after they were changed in Camunda Modeler.",
            "Prints one flow as an object, several as an array."
        })
final class DecompileCommand extends AnyCommand {

    private final Installation installation;

    @Parameters(paramLabel = "FILE.bpmn", arity = "1..*", description = "BPMN files.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write each flow to DIR/ID.json instead.")
    private @Nullable Path directory;

    DecompileCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
        List<Flow> flows = new ArrayList<>();
        boolean complete = true;
        try (Toolbox tools = installation.open()) {
            FlowDecompiler decompiler = new FlowDecompiler(tools.operations());
            for (Path file : files) {
                complete &= read(file, decompiler, flows);
            }
        }
        if (directory == null) {
            print(flows);
        } else {
            write(flows, directory);
        }
        return complete ? ExitCode.OK : ExitCode.PROBLEM;
    }

    private boolean read(Path file, FlowDecompiler decompiler, List<Flow> flows) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.usage("There is no file " + file);
        }
        try (InputStream bpmn = Files.newInputStream(file)) {
            flows.addAll(decompiler.decompile(bpmn));
            return true;
        } catch (DecompileException e) {
            err().println("error: " + file + ": " + e.getMessage());
            return false;
        }
    }

    private void print(List<Flow> flows) {
        if (flows.size() == 1) {
            show(FlowWriter.toJson(flows.get(0)).toPrettyString());
        } else if (!flows.isEmpty()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            flows.forEach(flow -> all.add(FlowWriter.toJson(flow)));
            show(all.toPrettyString());
        }
    }

    private void show(String json) {
        out().println(json);
    }

    private void write(List<Flow> flows, Path target) throws IOException {
        Files.createDirectories(target);
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        for (Flow flow : flows) {
            Path file = target.resolve(flow.id().replaceAll("[^A-Za-z0-9._-]", "_") + ".json");
            ObjectNode json = FlowWriter.toJson(flow);
            Files.writeString(file, json.toPrettyString() + System.lineSeparator());
            written.add(file.toString());
        }
        if (isJson()) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("files", written);
            print(answer);
        } else {
            written.forEach(file -> out().println(file.asText()));
        }
    }
}
