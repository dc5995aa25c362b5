package org.camundaflows.template;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.json.JsonPath;
import org.camundaflows.json.PathException;

/** Splits one text into literals and tags (specification: data-chain, sections 2.1 and 2.2). */
final class TextCompiler {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final int MAX_NAME = 1000;
    // possessive: a text of a million braces must not backtrack
    private static final Pattern WHOLE = Pattern.compile("\\{\\{\\s*+([^}\\s]++)\\s*+\\}\\}");

    private TextCompiler() {}

    static Template compile(String text) {
        if (!text.contains(OPEN)) {
            return new Template.Constant(TextNode.valueOf(text));
        }
        Template interpolated = interpolation(text);
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches() || whole.group(1).length() > MAX_NAME) {
            return interpolated;
        }
        try {
            return new Template.Whole(JsonPath.parse(whole.group(1)), interpolated);
        } catch (PathException fault) {
            return new Template.Fault(fault);
        }
    }

    private static Template interpolation(String text) {
        List<String> literals = new ArrayList<>();
        List<JsonPath> tags = new ArrayList<>();
        int position = 0;
        try {
            for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, position)) {
                literals.add(text.substring(position, open));
                int close = close(text, open);
                String name = text.substring(open + OPEN.length(), close).strip();
                check(name, open);
                tags.add(JsonPath.parse(name));
                position = close + CLOSE.length();
            }
        } catch (PathException fault) {
            return new Template.Fault(fault);
        }
        literals.add(text.substring(position));
        return new Template.Text(List.copyOf(literals), List.copyOf(tags));
    }

    private static int close(String text, int open) {
        int name = open + OPEN.length();
        // bounded, so that a text of many openers is still read in linear time
        int close = text.substring(name, Math.min(text.length(), name + MAX_NAME + CLOSE.length()))
                .indexOf(CLOSE);
        if (close < 0) {
            throw syntax("Missing \"}}\" in the template for the \"{{\" at position " + open + " within " + MAX_NAME
                    + " characters");
        }
        return name + close;
    }

    private static void check(String name, int open) {
        if (name.isEmpty()) {
            throw syntax("Unexpected \"}}\" tag found at position " + open);
        }
        if (name.contains(OPEN)) {
            throw syntax("Variable names cannot have \"{{\". But at position " + open + ". Got \"" + name + "\"");
        }
    }

    private static PathException syntax(String message) {
        return new PathException("SyntaxError", message);
    }
}
