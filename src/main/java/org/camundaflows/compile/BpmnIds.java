package org.camundaflows.compile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.flow.FlowHash;

/**
 * Ids of BPMN elements. They are derived from ids of flows and operations, prefixed and escaped, because an XML name may
 * neither start with a digit nor hold arbitrary characters.
 */
public final class BpmnIds {

    /** Pattern, for SQL with the escape character {@code !}, of the process definition keys of all flows. */
    public static final String ANY_PROCESS = "flow!_%";

    /** Prefix of the ids of end events of successful runs. */
    public static final String RESOLVED = "resolved";

    /** Prefix of the ids of end events of rejected runs. */
    public static final String REJECTED = "rejected";

    static final String START = "start";

    private static final String FLOW = "flow_";
    private static final Pattern ESCAPED = Pattern.compile("_([0-9a-f]{1,6})_");
    /** The engine's columns take 255 characters, and ids get prefixes. */
    private static final int LONGEST = 200;

    private BpmnIds() {}

    /** The process definition key of a flow. */
    public static String process(String flowId) {
        return FLOW + escape(flowId);
    }

    /** The id of the flow that a process key stands for; the key itself when it was not made by {@link #process}. */
    public static String flowId(String processKey) {
        if (!processKey.startsWith(FLOW)) {
            return processKey;
        }
        String id = ESCAPED.matcher(processKey.substring(FLOW.length())).replaceAll(BpmnIds::unescaped);
        return process(id).equals(processKey) ? id : processKey;
    }

    /** A UUID for an operation that a drawn task stands for; always the same for the same flow and task. */
    static String operationId(String flowId, String taskId) {
        return UUID.nameUUIDFromBytes((flowId + '\n' + taskId).getBytes(StandardCharsets.UTF_8))
                .toString();
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
        return name.length() <= LONGEST ? name.toString() : "_" + FlowHash.sha256(id) + "_";
    }

    private static String unescaped(MatchResult escaped) {
        int c = Integer.parseInt(escaped.group(1), 16);
        return Character.isValidCodePoint(c) ? Matcher.quoteReplacement(Character.toString(c)) : "";
    }
}
