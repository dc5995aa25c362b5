package org.camundaflows.compile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camundaflows.compile.Diagram.Bounds;
import org.camundaflows.compile.ProcessWriter.Head;
import org.camundaflows.compile.ProcessWriter.Trigger;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;
import org.camundaflows.flow.Flow;
import org.camundaflows.flow.FlowHash;
import org.camundaflows.flow.FlowOperation;
import org.camundaflows.operation.OperationRegistry;

/** Compiles flows to BPMN. The same flow and settings give the same bytes. */
public final class FlowCompiler {

    private static final CronCheck CRON = CronCheck.parsing(CronSchedule::parse);

    private final OperationFields fields;
    private final CompileSettings settings;

    public FlowCompiler(OperationRegistry operations, CompileSettings settings) {
        this.fields = new OperationFields(operations);
        this.settings = settings;
    }

    /**
     * @param flow must have no blocking issue (see {@link org.camundaflows.flow.FlowValidator})
     * @throws IllegalArgumentException if two operations share an id, or a link leads nowhere
     */
    public CompiledFlow compile(Flow flow) {
        FlowGraph graph = FlowGraph.of(flow);
        String key = BpmnIds.process(flow.id());
        String versionTag = versionTag(flow);
        Diagram diagram = DiagramLayout.of(graph, flow);
        Map<String, Map<String, String>> tasks = new HashMap<>();
        for (FlowGraph.Node task : graph.tasks()) {
            FlowOperation operation = Objects.requireNonNull(task.operation());
            Bounds drawn = Objects.requireNonNull(diagram.shapes().get(task.id()));
            tasks.put(task.id(), fields.encode(operation, flow.id(), drawn));
        }
        String bpmn = new ProcessWriter(graph)
                .write(
                        new Head(
                                key,
                                FlowFields.processName(flow),
                                FlowBpmn.namespace(flow.trigger()),
                                versionTag,
                                "P" + timeToLive(flow) + "D",
                                FlowFields.encodeFlow(flow, diagram.arranged())),
                        new Trigger(FlowFields.encodeTrigger(flow), cycle(flow)),
                        tasks,
                        diagram);
        return new CompiledFlow(flow, key, versionTag, bpmn);
    }

    /** The version tag {@link #compile} would give the flow. */
    public String versionTag(Flow flow) {
        String shape = String.join(
                "\n",
                ProcessFormat.CURRENT,
                FlowHash.of(flow),
                settings.zone().getId(),
                Long.toString(timeToLive(flow)),
                fields.signature(flow));
        return FlowHash.sha256(shape);
    }

    private long timeToLive(Flow flow) {
        JsonNode days = flow.options().path("historyTimeToLive");
        return days.canConvertToLong() && days.asLong() > 0
                ? days.asLong()
                : settings.historyTimeToLive().toDays();
    }

    /** The time cycle of an active flow with a valid schedule; others start as plain processes. */
    private Optional<String> cycle(Flow flow) {
        if (!flow.isActive() || !"schedule".equals(flow.trigger())) {
            return Optional.empty();
        }
        String cron = flow.options().path("cron").asText();
        return CRON.problem(cron).isEmpty() ? Optional.of(ScheduleCycle.text(cron, settings.zone())) : Optional.empty();
    }
}
