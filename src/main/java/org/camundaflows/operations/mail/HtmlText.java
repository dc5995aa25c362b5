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
            escape(attributes.get(i + 1));
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
        escape(text);
    }

    /** Control characters go: no HTML document may hold them. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> {
                    if (c >= ' ' || c == '\t' || c == '\n' || c == '\r') {
                        html.append(c);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
