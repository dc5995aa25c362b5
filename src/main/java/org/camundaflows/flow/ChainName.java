package org.camundaflows.flow;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

    /** Each name once: those of templates in document order, then those of filters and scripts. */
    static List<ChainName> of(Step step) {
        Map<String, ChainName> names = new LinkedHashMap<>();
        Consumer<ChainName> add = name -> names.putIfAbsent(name.name, name);
        inTemplates(step, add);
        inFilters(step, add);
        inScript(step, add);
        return List.copyOf(names.values());
    }

    private static void inTemplates(Step step, Consumer<ChainName> add) {
        Texts.visit(step.operation().options(), step.place().member("options"), (place, text) -> {
            for (JsonPath path : Template.compile(TextNode.valueOf(text)).paths()) {
                add.accept(new ChainName(path.segments().get(0), place, Source.TEMPLATE));
            }
        });
    }

    private static void inFilters(Step step, Consumer<ChainName> add) {
        StepFilter.of(step).stream()
                .filter(StepFilter::onChain)
                .forEach(filter -> filter.visitFields((place, name) -> {
                    // functions are no names, and dotted names are a problem of their own
                    if (name.indexOf('(') < 0 && name.indexOf('.') < 0) {
                        add.accept(new ChainName(name, place, Source.FILTER));
                    }
                }));
    }

    private static void inScript(Step step, Consumer<ChainName> add) {
        String code = step.operation().options().path("code").asText();
        if (step.operation().type().equals("exec")
                && LAST_IN_SCRIPT.matcher(code).find()) {
            add.accept(new ChainName("$last", step.option("code"), Source.SCRIPT));
        }
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
