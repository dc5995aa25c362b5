package org.camundaflows.operations.mail;

import java.util.EnumSet;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/** Makes links of web and mail addresses in plain text, except where the text is in a link already. */
final class BareLinks implements PostProcessor {

    private static final LinkExtractor MAIL_ADDRESSES =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.EMAIL)).build();

    @Override
    public Node process(Node document) {
        document.accept(new Linker());
        return document;
    }

    private static final class Linker extends AbstractVisitor {

        private boolean inLink;

        @Override
        public void visit(Link link) {
            boolean outer = inLink;
            inLink = true;
            visitChildren(link);
            inLink = outer;
        }

        @Override
        public void visit(HtmlInline html) {
            String tag = html.getLiteral().toLowerCase(Locale.ROOT);
            if (tag.startsWith("<a ") || tag.equals("<a>")) {
                inLink = true;
            } else if (tag.startsWith("</a")) {
                inLink = false;
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof WebAddress web) {
                web.insertAfter(inLink ? new Text(web.text()) : link(web.destination(), web.text()));
                web.unlink();
            } else {
                visitChildren(node);
            }
        }

        @Override
        public void visit(Text text) {
            if (inLink || text.getLiteral().indexOf('@') < 0) {
                return;
            }
            String literal = text.getLiteral();
            Node last = text;
            for (Span span : MAIL_ADDRESSES.extractSpans(literal)) {
                String part = literal.substring(span.getBeginIndex(), span.getEndIndex());
                Node node = span instanceof LinkSpan ? link("mailto:" + part, part) : new Text(part);
                last.insertAfter(node);
                last = node;
            }
            text.unlink();
        }

        private static Link link(String destination, String text) {
            Link link = new Link(destination, null);
            link.appendChild(new Text(text));
            return link;
        }
    }
}
