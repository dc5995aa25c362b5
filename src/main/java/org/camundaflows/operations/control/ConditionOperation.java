package org.camundaflows.operations.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.camundaflows.filter.CallerVariables;
import org.camundaflows.filter.Filter;
import org.camundaflows.filter.FilterException;
import org.camundaflows.filter.PayloadValidator;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Result;

/**
 * Tests the data of the run with a filter: resolves with null when it holds, rejects with an array of
 * {@code FAILED_VALIDATION} errors when it does not. Without a filter it resolves.
 */
public final class ConditionOperation implements Operation {

    private static final String FILTER = "filter";
    private static final OperationType TYPE = new OperationType(
            "condition",
            "Condition",
            "rule",
            "Goes on at resolve when the data of the run fulfils a filter, otherwise at reject.",
            false,
            List.of(
                    Option.of(
                            FILTER,
                            "Filter",
                            Option.Kind.JSON,
                            "For example {\"$trigger\":{\"body\":{\"status\":{\"_eq\":\"open\"}}}}. Values may be templates.")));

    private final Clock clock;
    private final ZoneId zone;
    private final PayloadValidator validator;

    /**
     * @param clock the time of {@code $NOW}
     * @param zone the zone of dates that name none
     * @param strict whether to share the known faults of Directus 12.4.1, see {@link PayloadValidator.Settings}
     */
    public ConditionOperation(Clock clock, ZoneId zone, boolean strict) {
        this.clock = clock;
        this.zone = zone;
        this.validator = new PayloadValidator(new PayloadValidator.Settings(true, strict), clock, zone);
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        JsonNode filter = options.object(FILTER);
        if (filter.isMissingNode() || filter.isNull()) {
            return Result.nothing();
        }
        try {
            List<ErrorValue> errors = validator.validate(
                    parse(filter, context.accountability()), context.chain().toObject());
            return errors.isEmpty() ? Result.nothing() : Result.rejected(array(errors));
        } catch (FilterException e) {
            return Result.rejected(e.error());
        }
    }

    private Filter parse(JsonNode filter, JsonNode accountability) {
        return Filter.parse(filter, new CallerVariables(accountability, clock, zone), Filter.Use.CONDITION);
    }

    private static ArrayNode array(List<ErrorValue> errors) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(errors.size());
        errors.forEach(error -> array.add(error.toNode()));
        return array;
    }
}
