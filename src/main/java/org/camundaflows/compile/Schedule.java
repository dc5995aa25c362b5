package org.camundaflows.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.flow.CronCheck;
import org.camundaflows.flow.CronSchedule;

/** What a start event says of its trigger. */
final class Schedule {

    private static final String SCHEDULE = "schedule";
    private static final String CRON = "cron";
    private static final CronCheck CHECK = CronCheck.parsing(CronSchedule::parse);

    private Schedule() {}

    /**
     * The properties of a start event; those of one that was drawn with a timer and no properties are made from the timer.
     *
     * @throws DecompileException if there is a timer that no schedule can say
     */
    static Map<String, String> trigger(BpmnElement start) {
        ElementTexts properties = start.properties();
        List<BpmnElement> timers = start.children("timerEventDefinition");
        String trigger = properties.text(FlowBpmn.TRIGGER);
        if (timers.isEmpty()) {
            return properties.texts();
        }
        if (!trigger.isEmpty() && !trigger.equals(SCHEDULE)) {
            throw start.refuse("has a timer, but its trigger is \"" + trigger + "\".");
        }
        Map<String, String> texts = new LinkedHashMap<>(properties.texts());
        if (properties.text(CRON).isEmpty()) {
            texts.put(CRON, cron(start, timers.get(0)));
        }
        texts.put(FlowBpmn.TRIGGER, SCHEDULE);
        return texts;
    }

    private static String cron(BpmnElement start, BpmnElement timer) {
        String cycle = timer.children("timeCycle").stream()
                .map(BpmnElement::text)
                .map(String::strip)
                .findFirst()
                .orElse("");
        String cron = ScheduleCycle.parse(cycle).map(ScheduleCycle::cron).orElse(cycle);
        CHECK.problem(cron).ifPresent(problem -> {
            throw start.refuse("has a timer that is no schedule of a flow: its cycle must be a cron expression.");
        });
        return cron;
    }
}
