package org.camundaflows.compile;

/** Names of the BPMN dialect that flows compile to. */
public final class FlowBpmn {

    /** Namespace of the engine's extensions of BPMN. */
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

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
}
