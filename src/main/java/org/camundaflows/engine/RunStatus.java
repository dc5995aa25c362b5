package org.camundaflows.engine;

import java.util.Locale;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camundaflows.compile.BpmnIds;

/** State of a run in the run log. */
public enum RunStatus {
    RUNNING("END_TIME_ is null"),
    RESOLVED("END_TIME_ is not null and DELETE_REASON_ is null and END_ACT_ID_ like '" + BpmnIds.RESOLVED + "%'"),
    /** The last step rejected. */
    REJECTED("END_TIME_ is not null and DELETE_REASON_ is null and END_ACT_ID_ like '" + BpmnIds.REJECTED + "%'"),
    /** It ended at an operation whose type is not registered. */
    UNKNOWN("DELETE_REASON_ = '" + Run.ENDED_UNKNOWN + "'"),
    /** A technical failure or an operator ended it. */
    FAILED("DELETE_REASON_ is not null and DELETE_REASON_ <> '" + Run.ENDED_UNKNOWN + "'");

    private final String condition;

    RunStatus(String condition) {
        this.condition = condition;
    }

    /** The status as a condition on the engine's table of historic process instances. */
    String condition() {
        return condition;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("deprecation") // the engine has no other name for it
    static RunStatus of(HistoricProcessInstance instance) {
        if (instance.getEndTime() == null) {
            return RUNNING;
        }
        String reason = instance.getDeleteReason();
        if (reason != null) {
            return reason.equals(Run.ENDED_UNKNOWN) ? UNKNOWN : FAILED;
        }
        String end = instance.getEndActivityId();
        return end != null && end.startsWith(BpmnIds.REJECTED) ? REJECTED : RESOLVED;
    }
}
