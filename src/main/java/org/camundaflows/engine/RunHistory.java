package org.camundaflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.NativeHistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camundaflows.compile.BpmnIds;
import org.camundaflows.json.DateValue;
import org.jspecify.annotations.Nullable;

/** The run log, read from the engine's history (specification: audit, section 6). */
public final class RunHistory {

    private static final Set<String> MYSQL = Set.of("mysql", "mariadb");

    /** As the engine's index on both times has it, which a database then reads from its end instead of sorting all runs. */
    private static final String NEWEST_FIRST = " order by START_TIME_ desc, END_TIME_ desc";

    private final ProcessEngineConfigurationImpl engine;
    private final FlowServices services;
    private final String table;
    private final String incidentTable;
    private final IncidentCounts incidentCounts;

    RunHistory(ProcessEngineConfigurationImpl engine, FlowServices services) {
        this.engine = engine;
        this.services = services;
        this.table = engine.getManagementService().getTableName(HistoricProcessInstance.class);
        this.incidentTable = engine.getManagementService().getTableName(Incident.class);
        this.incidentCounts = new IncidentCounts(engine, incidentTable);
    }

    /** Runs, newest first. */
    public List<RunSummary> list(RunFilter filter, int offset, int limit) {
        List<HistoricProcessInstance> page = query("select * from ", filter, NEWEST_FIRST + page(offset, limit))
                .list();
        Map<String, Integer> incidents = incidentCounts.of(page.stream()
                .filter(run -> run.getEndTime() == null)
                .map(HistoricProcessInstance::getId)
                .toList());
        return page.stream()
                .map(run -> summary(run, incidents.getOrDefault(run.getId(), 0)))
                .toList();
    }

    /** In SQL: the engine would read all runs and leave out the others. */
    private String page(int offset, int limit) {
        return MYSQL.contains(engine.getDatabaseType())
                ? " limit " + limit + " offset " + offset
                : " offset " + offset + " rows fetch first " + limit + " rows only";
    }

    public long count(RunFilter filter) {
        return query("select count(*) from ", filter, "").count();
    }

    /** A run, or empty when there is none or nothing of it may be shown. */
    public Optional<RunDetails> find(String runId) {
        HistoricProcessInstance instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(runId)
                .singleResult();
        return Optional.ofNullable(instance)
                .filter(found -> flow(found) != null)
                .map(this::details);
    }

    private NativeHistoricProcessInstanceQuery query(String select, RunFilter filter, String order) {
        StringBuilder sql = new StringBuilder(select).append(table).append(" R where ");
        sql.append(filter.flowId() == null ? anyFlow(order) : "PROC_DEF_KEY_ = #{key}");
        if (filter.status() != null) {
            sql.append(" and ").append(filter.status().condition(incidentTable));
        }
        if (filter.from() != null) {
            sql.append(" and START_TIME_ >= #{from}");
        }
        if (filter.to() != null) {
            sql.append(" and START_TIME_ < #{to}");
        }
        NativeHistoricProcessInstanceQuery query = engine.getHistoryService()
                .createNativeHistoricProcessInstanceQuery()
                .sql(sql.append(order).toString())
                .parameter("key", filter.flowId() == null ? BpmnIds.ANY_PROCESS : BpmnIds.process(filter.flowId()));
        if (filter.from() != null) {
            query.parameter("from", Date.from(filter.from()));
        }
        if (filter.to() != null) {
            query.parameter("to", Date.from(filter.to()));
        }
        return query;
    }

    /** In order, nearly all runs qualify: the index on keys would only make a database sort them. */
    private static String anyFlow(String order) {
        return (order.isEmpty() ? "PROC_DEF_KEY_" : "coalesce(PROC_DEF_KEY_, '')") + " like #{key} escape '!'";
    }

    private RunSummary summary(HistoricProcessInstance instance, int incidents) {
        ProcessDefinitionEntity process = process(instance);
        FlowDefinition definition = FlowDefinition.of(process);
        Date end = instance.getEndTime();
        return new RunSummary(
                instance.getId(),
                definition == null ? "" : definition.flow().id(),
                definition == null ? "" : definition.flow().name(),
                process.getVersion(),
                RunStatus.of(instance, incidents),
                definition == null ? null : definition.flow().trigger(),
                instance.getStartTime().toInstant(),
                end == null ? null : end.toInstant(),
                instance.getDurationInMillis(),
                instance.getBusinessKey(),
                incidents);
    }

    private @Nullable FlowDefinition flow(HistoricProcessInstance instance) {
        return FlowDefinition.of(process(instance));
    }

    private ProcessDefinitionEntity process(HistoricProcessInstance instance) {
        return engine.getCommandExecutorTxRequired().execute(context -> engine.getDeploymentCache()
                .findDeployedProcessDefinitionById(instance.getProcessDefinitionId()));
    }

    private RunDetails details(HistoricProcessInstance instance) {
        RecordedValues recorded = RecordedValues.of(engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .disableCustomObjectDeserialization()
                .list());
        Map<String, JsonNode> values = recorded.values();
        List<ObjectNode> steps = recorded.steps();
        ArrayNode incidents = JsonNodeFactory.instance.arrayNode();
        if (instance.getEndTime() == null) {
            ProcessDefinitionEntity process = process(instance);
            incidents(instance).forEach(incident -> incidents.add(json(incident, process)));
        }
        return new RunDetails(
                summary(instance, incidents.size()), steps(steps, values), data(steps, values), incidents);
    }

    private static ArrayNode steps(List<ObjectNode> steps, Map<String, JsonNode> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode step : steps) {
            JsonNode result = values.get(variable(step));
            if (result != null) {
                step.set("result", result);
            }
            array.add(StepRecord.shown(step));
        }
        return array;
    }

    private ObjectNode data(List<ObjectNode> steps, Map<String, JsonNode> values) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (!values.containsKey(Run.TRIGGER)) {
            return data;
        }
        data.set(Run.TRIGGER, values.get(Run.TRIGGER));
        String last = steps.isEmpty() ? Run.TRIGGER : variable(steps.get(steps.size() - 1));
        data.set(Run.LAST, values.getOrDefault(last, NullNode.getInstance()));
        data.set(Run.ACCOUNTABILITY, values.getOrDefault(Run.ACCOUNTABILITY, NullNode.getInstance()));
        data.set(
                Run.ENV,
                services.redactor()
                        .forTrigger(MissingNode.getInstance())
                        .redact(Run.ENV, services.environment().values()));
        for (ObjectNode step : steps) {
            String key = step.path("key").asText();
            if (!key.equals(Run.LAST)) {
                data.set(key, values.getOrDefault(variable(step), NullNode.getInstance()));
            }
        }
        return data;
    }

    private static String variable(ObjectNode step) {
        return ChainVariables.name(step.path("key").asText());
    }

    private List<Incident> incidents(HistoricProcessInstance instance) {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    /** What failed outside a step has no operation. Messages of failures may quote secrets. */
    private ObjectNode json(Incident incident, ProcessDefinitionEntity process) {
        Instant time = incident.getIncidentTimestamp().toInstant();
        FlowDefinition definition = FlowDefinition.of(process);
        ActivityImpl activity = process.findActivity(incident.getActivityId());
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("flow", definition == null ? null : definition.flow().id());
        if (activity != null && activity.getActivityBehavior() instanceof StepBehavior step) {
            json.put("operation", step.definition().id())
                    .put("key", step.definition().key());
        }
        json.set(
                "message",
                services.redactor()
                        .forTrigger(MissingNode.getInstance())
                        .redact(JsonNodeFactory.instance.textNode(String.valueOf(incident.getIncidentMessage()))));
        return json.put("time", new DateValue(time).iso());
    }
}
