package org.camundaflows.compile;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML, one element a line, faster than the model API does for thousands of elements. Texts must hold XML
 * characters only (see {@link XmlText#isXml}); tabs and line feeds survive in attributes too.
 */
final class XmlWriter {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inStartTag;

    /** Opens an element. */
    XmlWriter start(String name) {
        closeStartTag();
        indent().append('<').append(name);
        open.push(name);
        inStartTag = true;
        return this;
    }

    /** Adds an attribute to the element just opened. */
    XmlWriter attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        escape(value);
        xml.append('"');
        return this;
    }

    XmlWriter attribute(String name, int value) {
        xml.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    /** Closes the element opened last. */
    XmlWriter end() {
        String name = open.pop();
        if (inStartTag) {
            xml.append("/>\n");
            inStartTag = false;
        } else {
            indent().append("</").append(name).append(">\n");
        }
        return this;
    }

    /** Closes the element just opened, with a text as its only content. */
    XmlWriter end(String text) {
        if (text.isEmpty()) {
            return end();
        }
        xml.append('>');
        inStartTag = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(c);
            }
        }
        xml.append("</").append(open.pop()).append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    private void closeStartTag() {
        if (inStartTag) {
            xml.append(">\n");
            inStartTag = false;
        }
    }

    private StringBuilder indent() {
        return xml.append("  ".repeat(open.size()));
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\n' -> xml.append("&#10;");
                case '\t' -> xml.append("&#9;");
                default -> xml.append(c);
            }
        }
    }
}
