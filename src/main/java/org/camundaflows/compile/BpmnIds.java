package org.camundaflows.compile;

import java.util.Locale;

/**
 * Ids of BPMN elements. They are derived from ids of flows and operations, prefixed and escaped, because an XML name may
 * neither start with a digit nor hold arbitrary characters.
 */
public final class BpmnIds {

    private static final String FLOW = "flow_";

    private BpmnIds() {}

    /** Pattern, for SQL, of the process definition keys of all flows. */
    public static final String ANY_PROCESS = FLOW + "%";

    /** The process definition key of a flow. */
    public static String process(String flowId) {
        return FLOW + escape(flowId);
    }

    static String task(String operationId) {
        return "op_" + escape(operationId);
    }

    static String boundary(String operationId) {
        return "reject_" + escape(operationId);
    }

    /** The end event a run reaches on this operation's open success path. */
    static String resolved(String operationId) {
        return RESOLVED + "_" + escape(operationId);
    }

    /** The end event a run reaches on this operation's open failure path. */
    static String rejected(String operationId) {
        return REJECTED + "_" + escape(operationId);
    }

    /** Prefix of the ids of end events of successful runs. */
    public static final String RESOLVED = "resolved";

    /** Prefix of the ids of end events of rejected runs. */
    public static final String REJECTED = "rejected";

    static final String START = "start";

    static String onResolve(String operationId) {
        return "on_resolve_" + escape(operationId);
    }

    static String onReject(String operationId) {
        return "on_reject_" + escape(operationId);
    }

    private static String escape(String id) {
        StringBuilder name = new StringBuilder();
        id.codePoints().forEach(c -> {
            if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '-')) {
                name.appendCodePoint(c);
            } else {
                name.append(String.format(Locale.ROOT, "_%x_", c));
            }
        });
        return name.toString();
    }
}
