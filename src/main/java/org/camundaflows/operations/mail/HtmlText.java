package org.camundaflows.operations.mail;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes elements and text as HTML, only what needs escaping escaped. */
final class HtmlText implements HtmlStreamEventReceiver {

    private static final Set<String> WITHOUT_END = Set.of("br", "col", "hr", "wbr");

    private final StringBuilder html = new StringBuilder();

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    /** @param attributes names and values in turn; the names need no escaping */
    @Override
    public void openTag(String name, List<String> attributes) {
        html.append('<').append(name);
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            html.append(' ').append(attributes.get(i)).append("=\"");
            html.append(escape(attributes.get(i + 1)).replace("\"", "&quot;"));
            html.append('"');
        }
        html.append(WITHOUT_END.contains(name) ? " />" : ">");
    }

    @Override
    public void closeTag(String name) {
        if (!WITHOUT_END.contains(name)) {
            html.append("</").append(name).append('>');
        }
    }

    @Override
    public void text(String text) {
        html.append(escape(text));
    }

    /** Control characters go: no HTML document may hold them. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    if (c >= ' ' || c == '\t' || c == '\n' || c == '\r') {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
