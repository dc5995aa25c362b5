package org.camundaflows.engine;

import java.util.Locale;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camundaflows.compile.BpmnIds;

/** State of a run in the run log. */
public enum RunStatus {
    /** It has not ended, and nothing of it waits for an operator. */
    RUNNING("END_TIME_ is null and not " + RunStatus.INCIDENT),
    RESOLVED("END_TIME_ is not null and DELETE_REASON_ is null and END_ACT_ID_ like '" + BpmnIds.RESOLVED + "%'"),
    /** The last step rejected. */
    REJECTED("END_TIME_ is not null and DELETE_REASON_ is null and END_ACT_ID_ like '" + BpmnIds.REJECTED + "%'"),
    /** It ended at an operation whose type is not registered. */
    UNKNOWN("DELETE_REASON_ = '" + Run.ENDED_UNKNOWN + "'"),
    /**
     * A technical failure stopped it: for good, or, as long as it has not ended, until an operator retries it. One that an
     * operator cancelled has failed, too.
     */
    FAILED("(DELETE_REASON_ <> '" + Run.ENDED_UNKNOWN + "' or END_TIME_ is null and " + RunStatus.INCIDENT + ")");

    private static final String INCIDENT = "exists (select 1 from %s I where I.PROC_INST_ID_ = R.ID_)";

    private final String condition;

    RunStatus(String condition) {
        this.condition = condition;
    }

    /**
     * The status as a condition on the engine's table of historic process instances, called {@code R}.
     *
     * @param incidents name of the table of incidents
     */
    String condition(String incidents) {
        return condition.replace("%s", incidents);
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param incidents how many open incidents the run has */
    @SuppressWarnings("deprecation") // the engine has no other name for it
    static RunStatus of(HistoricProcessInstance instance, int incidents) {
        if (instance.getEndTime() == null) {
            return incidents == 0 ? RUNNING : FAILED;
        }
        String reason = instance.getDeleteReason();
        if (reason != null) {
            return reason.equals(Run.ENDED_UNKNOWN) ? UNKNOWN : FAILED;
        }
        String end = instance.getEndActivityId();
        return end != null && end.startsWith(BpmnIds.REJECTED) ? REJECTED : RESOLVED;
    }
}
