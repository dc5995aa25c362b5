package org.camundaflows.filter.regex;

import java.util.List;

/** What a pattern makes use of. */
record Features(boolean backReferences, boolean looks, int groups) {

    private static final Features NONE = new Features(false, false, 0);

    static Features of(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return all(sequence.parts());
        }
        if (node instanceof Node.Choice choice) {
            return all(choice.options());
        }
        if (node instanceof Node.Repeat repeat) {
            return of(repeat.body());
        }
        if (node instanceof Node.Group group) {
            return of(group.body()).and(new Features(false, false, group.index()));
        }
        if (node instanceof Node.Look look) {
            return of(look.body()).and(new Features(false, true, 0));
        }
        return node instanceof Node.BackReference ? new Features(true, false, 0) : NONE;
    }

    private static Features all(List<Node> nodes) {
        return nodes.stream().map(Features::of).reduce(NONE, Features::and);
    }

    private Features and(Features other) {
        return new Features(
                backReferences || other.backReferences, looks || other.looks, Math.max(groups, other.groups));
    }

    /** Whether a part may match without consuming anything; true also when that is not sure. */
    static boolean canBeEmpty(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.parts().stream().allMatch(Features::canBeEmpty);
        }
        if (node instanceof Node.Choice choice) {
            return choice.options().stream().anyMatch(Features::canBeEmpty);
        }
        if (node instanceof Node.Repeat repeat) {
            return repeat.min() == 0 || canBeEmpty(repeat.body());
        }
        if (node instanceof Node.Group group) {
            return canBeEmpty(group.body());
        }
        return !(node instanceof Node.Literal) && !(node instanceof Node.Any);
    }
}
