package org.camundaflows.operations.mail;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Takes the box {@code [ ]} or {@code [x]} of a task out of its list item: mails show no check boxes. */
final class TaskItems extends AbstractVisitor implements PostProcessor {

    private static final Pattern BOX = Pattern.compile("^\\[[ xX]] +");

    @Override
    public Node process(Node document) {
        document.accept(this);
        return document;
    }

    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text) {
            text.setLiteral(BOX.matcher(text.getLiteral()).replaceFirst(""));
        }
        visitChildren(item);
    }
}
