package org.camundaflows.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.filter.regex.RegexBudget;
import org.camundaflows.json.ErrorValue;

/** Evaluates filters against JSON in memory (specification: filters, part A). Immutable. */
public final class PayloadValidator {

    /**
     * @param requireAll whether a missing field breaks a rule about it, as in conditions; if not, its rules are skipped
     * @param strict whether to share the known faults of Directus 12.4.1: no index addresses an array, {@code _nbetween}
     *     never holds, text operators fail on what is no text
     */
    public record Settings(boolean requireAll, boolean strict) {

        /** Settings of the condition step. */
        public static final Settings CONDITION = new Settings(true, false);

        /** Settings of validation rules for submitted items. */
        public static final Settings SUBMISSION = new Settings(false, false);
    }

    private final Settings settings;
    private final Clock clock;
    private final DateText dates;
    private final FunctionValues functions;

    /** @param zone the zone of dates that name none, of day(), week() and weekday(), and of dates in messages */
    public PayloadValidator(Settings settings, Clock clock, ZoneId zone) {
        this.settings = settings;
        this.clock = clock;
        this.dates = new DateText(zone);
        this.functions = new FunctionValues(dates, zone);
    }

    /**
     * The rules that do not hold, each as a {@code FAILED_VALIDATION} error, in the order of the filter; empty when the
     * filter holds.
     *
     * @throws FilterException if the filter cannot be evaluated, for example because of an invalid operand
     */
    public List<ErrorValue> validate(Filter filter, JsonNode payload) {
        return validate(filter, payload, List.of());
    }

    /**
     * As {@link #validate(Filter, JsonNode)}, for a nested item.
     *
     * @param relationPath the fields that lead to the item; they stand first in the errors' paths
     */
    public List<ErrorValue> validate(Filter filter, JsonNode payload, List<String> relationPath) {
        Checks checks = new Checks(dates, clock, RegexBudget.standard(), settings.strict());
        return new Evaluation(checks, payload, relationPath).errors(filter);
    }

    /** One filter against one payload. */
    private final class Evaluation {
        private final Checks checks;
        private final JsonNode payload;
        private final List<String> relationPath;

        Evaluation(Checks checks, JsonNode payload, List<String> relationPath) {
            this.checks = checks;
            this.payload = payload;
            this.relationPath = relationPath;
        }

        List<ErrorValue> errors(Filter filter) {
            if (filter instanceof Filter.And and) {
                return all(and.members());
            }
            if (filter instanceof Filter.Or or) {
                return any(or.members());
            }
            if (filter instanceof Filter.Rule rule) {
                Check check = checks.of(rule.operator(), rule.operand());
                boolean required = settings.requireAll() || rule.operator() == Operator.SUBMITTED;
                return field(rule.field(), check, required);
            }
            if (filter instanceof Filter.Presence presence) {
                return field(presence.field(), Check.ANYTHING, settings.requireAll());
            }
            if (filter instanceof Filter.Related related) {
                return field(related.field(), Check.ANYTHING, settings.requireAll());
            }
            return empty();
        }

        private List<ErrorValue> all(List<Filter> members) {
            List<ErrorValue> errors = new ArrayList<>();
            members.forEach(member -> errors.addAll(errors(member)));
            return errors;
        }

        private List<ErrorValue> any(List<Filter> members) {
            List<ErrorValue> errors = new ArrayList<>();
            boolean holds = false;
            for (Filter member : members) {
                List<ErrorValue> failed = errors(member);
                holds |= failed.isEmpty();
                errors.addAll(failed);
            }
            return holds ? List.of() : errors;
        }

        private List<ErrorValue> empty() {
            if (settings.requireAll()) {
                throw FilterException.plain("[generateJoi] Filter doesn't contain field key. Passed filter: {}");
            }
            return List.of();
        }

        private List<ErrorValue> field(FieldPath field, Check check, boolean required) {
            FieldValue found = FieldValue.in(payload, field, functions, !settings.strict());
            if (found.isPresent()) {
                return check.violations(found.value()).stream()
                        .map(violation -> error(violation, field.segments()))
                        .toList();
            }
            return required || found.blocked()
                    ? List.of(error(Violation.required(), field.segments().subList(0, Math.max(1, found.depth()))))
                    : List.of();
        }

        private ErrorValue error(Violation violation, List<String> segments) {
            List<String> path = new ArrayList<>(relationPath);
            path.addAll(segments.subList(1, segments.size()));
            return violation.at(segments.get(0), path);
        }
    }
}
