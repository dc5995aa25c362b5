package org.camundaflows.compile;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of the BPMN dialect that flows compile to. */
public final class FlowBpmn {

    /** Namespace of the engine's extensions of BPMN. */
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String NAMESPACE = "https://camundaflows.org/flow";

    private static final Set<String> TRIGGERS = Set.of("event", "webhook", "schedule", "operation", "manual");

    /** The implementation of every operation's service task; never evaluated, the parse listener replaces it. */
    public static final String EXPRESSION = "${flowOperation}";

    /** Code of the error that takes a step to its {@code reject} path. */
    public static final String REJECT_CODE = "reject";

    /** Field: type of an operation. */
    public static final String TYPE = "$type";

    /** Field: key of an operation. */
    public static final String KEY = "$key";

    /** Field: id of an operation or a flow. */
    public static final String ID = "$id";

    /** Property of the process: see {@link ProcessFormat}. */
    public static final String FORMAT = "$format";

    /** Property of the start event: kind of the trigger. */
    public static final String TRIGGER = "$trigger";

    /** Field or property: JSON with what the others cannot say. */
    public static final String MORE = "$more";

    private FlowBpmn() {}

    /**
     * Target namespace of the definitions of a flow, which the engine keeps as the category of the process definition: it
     * tells the trigger without a look into the process.
     *
     * @param trigger may be null or no trigger at all
     */
    public static String namespace(@Nullable String trigger) {
        return trigger != null && TRIGGERS.contains(trigger) ? NAMESPACE + "/" + trigger : NAMESPACE;
    }

    /** Whether a category tells the trigger; flows that were drawn elsewhere, or compiled by older versions, do not say. */
    public static boolean tellsTrigger(@Nullable String category) {
        return category != null && category.startsWith(NAMESPACE + "/");
    }
}
