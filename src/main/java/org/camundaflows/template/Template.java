package org.camundaflows.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camundaflows.json.Json;
import org.camundaflows.json.JsonPath;
import org.camundaflows.json.PathException;
import org.camundaflows.json.Scope;

/**
 * A JSON value whose texts may hold {@code {{ path }}} tags, compiled once and rendered many times (specification:
 * data-chain, section 2). Object keys are never rendered. Values may be hundreds of levels deep: what calls itself here
 * does so in plain loops, as each lambda or stream on the way would take its part of the stack.
 */
public sealed interface Template {

    /**
     * The value with every tag replaced.
     *
     * @throws PathException if a text is malformed (compilation keeps such faults until here), or all texts together are
     *     larger than {@link org.camundaflows.json.ValueBounds#SIZE}
     */
    default JsonNode render(Scope scope) {
        return render(scope, new Budget());
    }

    /** {@link #render(Scope)} as part of a larger rendering. */
    JsonNode render(Scope scope, Budget budget);

    /** The faults of all texts, as rendering would throw them, in document order; empty when well formed. */
    default List<PathException> faults() {
        return List.of();
    }

    /** The paths of all well-formed tags, in document order. */
    default List<JsonPath> paths() {
        return List.of();
    }

    /** Never fails: faults of the texts show when rendered, and in {@link #faults()}. */
    static Template compile(JsonNode value) {
        if (value.isTextual()) {
            return TextCompiler.compile(value.textValue());
        }
        if (value instanceof ObjectNode object) {
            Map<String, Template> members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                members.put(field.getKey(), compile(field.getValue()));
            }
            return areConstant(members.values()) ? new Constant(value) : new Members(members);
        }
        if (value instanceof ArrayNode array) {
            List<Template> elements = new ArrayList<>(array.size());
            for (JsonNode element : array) {
                elements.add(compile(element));
            }
            return areConstant(elements) ? new Constant(value) : new Elements(elements);
        }
        return new Constant(value);
    }

    private static boolean areConstant(Collection<Template> parts) {
        return parts.stream().allMatch(Constant.class::isInstance);
    }

    private static List<PathException> faults(Collection<Template> parts) {
        List<PathException> faults = new ArrayList<>();
        for (Template part : parts) {
            faults.addAll(part.faults());
        }
        return faults;
    }

    private static List<JsonPath> paths(Collection<Template> parts) {
        List<JsonPath> paths = new ArrayList<>();
        for (Template part : parts) {
            paths.addAll(part.paths());
        }
        return paths;
    }

    /** Nothing to render. The rendered value is shared between runs: readers must not change it. */
    record Constant(JsonNode value) implements Template {
        @Override
        public JsonNode render(Scope scope, Budget budget) {
            return value;
        }
    }

    /** A text that is malformed in itself. */
    record Fault(PathException fault) implements Template {
        @Override
        public JsonNode render(Scope scope, Budget budget) {
            throw fault;
        }

        @Override
        public List<PathException> faults() {
            return List.of(fault);
        }
    }

    /** A text that is one whitespace-free tag: the value keeps its type; {@code text} serves when it is undefined. */
    record Whole(JsonPath path, Template text) implements Template {
        @Override
        public JsonNode render(Scope scope, Budget budget) {
            JsonNode value = path.in(scope);
            return value.isMissingNode() ? text.render(scope, budget) : value;
        }

        @Override
        public List<PathException> faults() {
            return text.faults();
        }

        @Override
        public List<JsonPath> paths() {
            return text.paths();
        }
    }

    /** Literal pieces with tags between them: {@code literals} has one entry more than {@code tags}. */
    record Text(List<String> literals, List<JsonPath> tags) implements Template {
        @Override
        public JsonNode render(Scope scope, Budget budget) {
            StringBuilder text = new StringBuilder(literals.get(0));
            for (int i = 0; i < tags.size(); i++) {
                String value = Json.display(tags.get(i).in(scope));
                budget.spend(value.length());
                text.append(value).append(literals.get(i + 1));
            }
            return TextNode.valueOf(text.toString());
        }

        @Override
        public List<JsonPath> paths() {
            return tags;
        }
    }

    record Members(Map<String, Template> members) implements Template {
        @Override
        public JsonNode render(Scope scope, Budget budget) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, Template> member : members.entrySet()) {
                object.set(member.getKey(), member.getValue().render(scope, budget));
            }
            return object;
        }

        @Override
        public List<PathException> faults() {
            return Template.faults(members.values());
        }

        @Override
        public List<JsonPath> paths() {
            return Template.paths(members.values());
        }
    }

    record Elements(List<Template> elements) implements Template {
        @Override
        public JsonNode render(Scope scope, Budget budget) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
            for (Template element : elements) {
                array.add(element.render(scope, budget));
            }
            return array;
        }

        @Override
        public List<PathException> faults() {
            return Template.faults(elements);
        }

        @Override
        public List<JsonPath> paths() {
            return Template.paths(elements);
        }
    }
}
