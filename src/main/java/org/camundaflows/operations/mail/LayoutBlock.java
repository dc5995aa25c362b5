package org.camundaflows.operations.mail;

import java.util.Arrays;
import java.util.stream.Collectors;
import liqp.TemplateContext;
import liqp.blocks.Block;
import liqp.nodes.LNode;

/** {@code {% block name %}…{% endblock %}}: a part of a layout that templates may fill. */
final class LayoutBlock extends Block {

    LayoutBlock() {
        super("block");
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        int last = nodes.length - 1;
        String name = Arrays.stream(nodes, 0, last)
                .map(node -> String.valueOf(node.render(context)))
                .collect(Collectors.joining())
                .replaceAll("[\"']", "");
        Layout layout = (Layout) context.get(Layout.VARIABLE);
        return layout.block(name, () -> String.valueOf(nodes[last].render(context)));
    }
}
