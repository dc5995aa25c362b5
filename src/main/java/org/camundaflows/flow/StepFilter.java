package org.camundaflows.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A filter in the options of an operation.
 *
 * @param onChain whether its outermost names are entries of the data chain (condition), not fields of a collection
 */
record StepFilter(Place place, JsonNode filter, boolean onChain) {

    /** The filters of a step; a text that holds JSON comes parsed. */
    static List<StepFilter> of(Step step) {
        List<StepFilter> filters = new ArrayList<>();
        JsonNode options = step.operation().options();
        if (step.operation().type().equals("condition")) {
            filters.add(new StepFilter(step.option("filter"), json(options.path("filter")), true));
        } else if (step.operation().type().startsWith("item-")) {
            JsonNode filter = json(json(options.path("query")).path("filter"));
            filters.add(new StepFilter(step.option("query").member("filter"), filter, false));
        }
        return filters;
    }

    /** Visits the outermost field names, those inside {@code _and} and {@code _or} too. */
    void visitFields(BiConsumer<Place, String> visitor) {
        visit(filter, place, false, visitor);
    }

    /** Visits the field names of all levels. */
    void visitAllFields(BiConsumer<Place, String> visitor) {
        visit(filter, place, true, visitor);
    }

    private static void visit(JsonNode rule, Place place, boolean deep, BiConsumer<Place, String> visitor) {
        if (rule.isArray()) {
            for (int i = 0; i < rule.size(); i++) {
                visit(rule.get(i), place.element(i), deep, visitor);
            }
        } else if (rule.isObject()) {
            rule.properties().forEach(member -> {
                String name = member.getKey();
                Place inside = place.member(name);
                if (isGroup(name)) {
                    visit(member.getValue(), inside, deep, visitor);
                } else if (!name.startsWith("_")) {
                    visitor.accept(inside, name);
                    if (deep && member.getValue().isObject()) {
                        visit(member.getValue(), inside, true, visitor);
                    }
                }
            });
        }
    }

    private static boolean isGroup(String name) {
        return name.equals("_and") || name.equals("_or") || name.equals("_some") || name.equals("_none");
    }

    private static JsonNode json(JsonNode value) {
        return OptionValues.parsed(value).orElse(value);
    }
}
