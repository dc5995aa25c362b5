package org.camundaflows.operations.mail;

import org.commonmark.node.CustomNode;

/** A web address found in plain text; {@link BareLinks} makes a link or text of it. */
final class WebAddress extends CustomNode {

    private final String text;

    WebAddress(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    String destination() {
        return text.startsWith("www.") ? "http://" + text : text;
    }
}
