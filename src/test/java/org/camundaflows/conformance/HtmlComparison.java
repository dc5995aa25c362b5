package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Compares HTML made from Markdown by what it means: elements, attributes and text. */
final class HtmlComparison {

    /** Elements that mean something without content; any other empty one may be a leftover of the sanitiser. */
    private static final Set<String> MEANT_EMPTY = Set.of(
            "area", "audio", "br", "canvas", "col", "embed", "hr", "iframe", "img", "input", "object", "source", "td",
            "th", "track", "video", "wbr");

    private HtmlComparison() {}

    static List<Difference> compare(String expected, String actual, Place place) {
        String wanted = canonical(expected);
        String seen = canonical(actual);
        return wanted.equals(seen)
                ? List.of()
                : List.of(Difference.of(place, TextNode.valueOf(wanted), TextNode.valueOf(seen)));
    }

    /** One text for all spellings of the same document. */
    static String canonical(String html) {
        StringBuilder text = new StringBuilder();
        content(Jsoup.parseBodyFragment(html).body(), false, text);
        return text.toString();
    }

    private static void content(Element parent, boolean keepSpace, StringBuilder out) {
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                element(element, keepSpace || element.normalName().equals("pre"), out);
            } else if (node instanceof org.jsoup.nodes.TextNode text) {
                text(text.getWholeText(), keepSpace, out);
            } else if (node instanceof org.jsoup.nodes.DataNode data) {
                out.append(data.getWholeData());
            }
        }
    }

    private static void element(Element element, boolean keepSpace, StringBuilder out) {
        StringBuilder inside = new StringBuilder();
        content(element, keepSpace, inside);
        String name = element.normalName();
        if (inside.isEmpty() && !MEANT_EMPTY.contains(name)) {
            return;
        }
        out.append('<').append(name);
        element.attributes().asList().stream()
                .sorted(Comparator.comparing(Attribute::getKey))
                .forEach(attribute -> attribute(attribute, out));
        out.append('>').append(inside).append("</").append(name).append('>');
    }

    private static void attribute(Attribute attribute, StringBuilder out) {
        out.append(' ')
                .append(attribute.getKey())
                .append("=\"")
                .append(escape(attribute.getValue()))
                .append('"');
    }

    private static void text(String text, boolean keepSpace, StringBuilder out) {
        String shown = keepSpace ? text : text.replaceAll("[ \\t\\n\\f\\r]+", " ");
        if (keepSpace || !shown.equals(" ")) {
            out.append(escape(shown));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
