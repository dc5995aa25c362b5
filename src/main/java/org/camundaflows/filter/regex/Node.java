package org.camundaflows.filter.regex;

import java.util.BitSet;
import java.util.List;

/** The parts of a parsed pattern. */
sealed interface Node {

    record Literal(char value) implements Node {}

    /** One code unit out of a set. */
    record Any(BitSet set) implements Node {}

    record Sequence(List<Node> parts) implements Node {}

    record Choice(List<Node> options) implements Node {}

    /**
     * @param max {@link Integer#MAX_VALUE} for no limit
     * @param firstGroup the first capturing group inside, {@code lastGroup} the one after the last
     */
    record Repeat(Node body, int min, int max, boolean greedy, int firstGroup, int lastGroup) implements Node {}

    record Group(Node body, int index) implements Node {}

    record BackReference(int index) implements Node {}

    record Look(Node body, boolean ahead, boolean negative) implements Node {}

    /** @param test the operation that tests the position */
    record Anchor(Instruction.Op test) implements Node {}
}
