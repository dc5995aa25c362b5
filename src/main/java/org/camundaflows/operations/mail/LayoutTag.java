package org.camundaflows.operations.mail;

import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.tags.Tag;

/** {@code {% layout 'name' %}}: the rest of the template fills the blocks of another. */
final class LayoutTag extends Tag {

    LayoutTag() {
        super("layout");
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        if (nodes.length == 0) {
            throw new IllegalArgumentException("The tag \"layout\" needs the name of a template");
        }
        String argument = String.valueOf(nodes[0].render(context));
        Object name = isQuoted(argument) ? argument.substring(1, argument.length() - 1) : context.get(argument);
        ((Layout) context.get(Layout.VARIABLE)).extend(String.valueOf(name));
        return "";
    }

    private static boolean isQuoted(String argument) {
        return argument.length() > 1
                && (argument.charAt(0) == '"' || argument.charAt(0) == '\'')
                && argument.charAt(0) == argument.charAt(argument.length() - 1);
    }
}
