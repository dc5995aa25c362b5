package org.camundaflows.flow;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camundaflows.json.JsonPath;
import org.camundaflows.template.Template;

/**
 * An entry of the data chain that a step's options name.
 *
 * @param place where it is named first
 */
record ChainName(String name, Place place, Source source) {

    enum Source {
        TEMPLATE,
        FILTER,
        SCRIPT
    }

    private static final Set<String> BUILT_IN = Set.of("$trigger", "$last", "$accountability", "$env");
    private static final Pattern LAST_IN_SCRIPT = Pattern.compile("(\\.|\\[\\s*[\"'`])\\$last\\b");

    /** Each name once, in document order. */
    static List<ChainName> of(Step step) {
        Map<String, ChainName> names = new LinkedHashMap<>();
        Texts.visit(step.operation().options(), step.place().member("options"), (place, text) -> {
            for (JsonPath path : Template.compile(TextNode.valueOf(text)).paths()) {
                String name = path.segments().get(0);
                names.putIfAbsent(name, new ChainName(name, place, Source.TEMPLATE));
            }
        });
        for (StepFilter filter : StepFilter.of(step)) {
            if (filter.onChain()) {
                filter.visitFields((place, name) -> {
                    if (name.indexOf('(') < 0 && name.indexOf('.') < 0) {
                        names.putIfAbsent(name, new ChainName(name, place, Source.FILTER));
                    }
                });
            }
        }
        if (step.operation().type().equals("exec")
                && LAST_IN_SCRIPT
                        .matcher(step.operation().options().path("code").asText())
                        .find()) {
            names.putIfAbsent("$last", new ChainName("$last", step.option("code"), Source.SCRIPT));
        }
        return new ArrayList<>(names.values());
    }

    boolean isBuiltIn() {
        return BUILT_IN.contains(name);
    }

    boolean isLast() {
        return name.equals("$last");
    }

    boolean isNow() {
        return source == Source.TEMPLATE && name.startsWith("$NOW");
    }
}
