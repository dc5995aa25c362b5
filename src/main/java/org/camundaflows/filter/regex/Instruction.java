package org.camundaflows.filter.regex;

import java.util.BitSet;

/**
 * One step of a compiled pattern; what {@code x} and {@code y} mean depends on the operation.
 *
 * @param set the characters of {@link Op#SET}, empty for all others
 */
record Instruction(Op op, int x, int y, BitSet set) {

    private static final BitSet NONE = new BitSet();

    enum Op {
        /** x: the code unit; y: 1 forward, -1 backward. */
        CHAR,
        /** y: 1 forward, -1 backward. */
        SET,
        /** x: where to go on first, y: where else. */
        SPLIT,
        /** x: where to go on. */
        JUMP,
        /** x: the slot that keeps the position. */
        SAVE,
        /** Forgets the slots from x to y (exclusive). */
        RESET,
        /** Fails when the position is still that of slot x: an iteration that consumed nothing. */
        PROGRESS,
        START,
        END,
        WORD_BOUNDARY,
        NO_WORD_BOUNDARY,
        /** x: where to go on; y: 1 when the body, which follows, must not match. */
        LOOK,
        /** x: the group; y: 1 forward, -1 backward. */
        BACK_REFERENCE,
        MATCH
    }

    static Instruction of(Op op, int x, int y) {
        return new Instruction(op, x, y, NONE);
    }

    static Instruction set(BitSet set, int direction) {
        return new Instruction(Op.SET, 0, direction, set);
    }
}
