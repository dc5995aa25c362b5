package org.camundaflows.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.security.RedactionLevel;
import org.jspecify.annotations.Nullable;

/** Teaches a Camunda 7 engine to run flows. Add it to the engine's plugins before the engine is built. */
public final class FlowEnginePlugin extends AbstractProcessEnginePlugin {

    private final FlowServices services;

    /**
     * @param redactionLevel how much the run log hides
     * @param observer told what runs do
     */
    public FlowEnginePlugin(
            OperationRegistry operations,
            FlowEnvironment environment,
            RedactionLevel redactionLevel,
            EngineSettings settings,
            RunObserver observer,
            Clock clock) {
        this.services = new FlowServices(operations, environment, redactionLevel, settings, observer, clock);
    }

    FlowServices services() {
        return services;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreBPMNParseListeners(with(engine.getCustomPreBPMNParseListeners(), parseListener()));
        engine.setCustomJobHandlers(with(engine.getCustomJobHandlers(), checkpoint()));
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), sessions()));
        engine.setCustomPreVariableSerializers(with(engine.getCustomPreVariableSerializers(), serializer()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getBusinessCalendarManager() instanceof MapBusinessCalendarManager calendars) {
            calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new ScheduleCalendar());
        }
        engine.setHistoryEventHandler(new FlowHistoryHandler(engine.getHistoryEventHandler(), services));
    }

    private BpmnParseListener parseListener() {
        return new FlowParseListener(services);
    }

    private static JobHandler<?> checkpoint() {
        return new Checkpoint();
    }

    private SessionFactory sessions() {
        return new RunSession.Factory(services.locks());
    }

    @SuppressWarnings("rawtypes") // the engine's own signature
    private static TypedValueSerializer serializer() {
        return new ChainValueSerializer();
    }

    private static <T> List<T> with(@Nullable List<T> existing, T added) {
        List<T> all = existing == null ? new ArrayList<>() : new ArrayList<>(existing);
        all.add(added);
        return all;
    }
}
