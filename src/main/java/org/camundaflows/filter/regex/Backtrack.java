package org.camundaflows.filter.regex;

import java.util.Arrays;

/** The choices a match may still come back to, and the slot values to restore on the way. */
final class Backtrack {

    private static final int MAX_SIZE = 1 << 23;

    private final int[] slots;
    // pairs: an instruction and a position, or the complement of a slot and its earlier value
    private int[] stack = new int[64];
    private int size;

    Backtrack(int slotCount) {
        slots = new int[slotCount];
        clear();
    }

    void clear() {
        Arrays.fill(slots, -1);
        size = 0;
    }

    int size() {
        return size;
    }

    int slot(int slot) {
        return slots[slot];
    }

    void choice(int instruction, int position) {
        push(instruction, position);
    }

    void save(int slot, int position) {
        push(~slot, slots[slot]);
        slots[slot] = position;
    }

    /** Goes back to the latest choice above the base; false when there is none, with all slots restored. */
    boolean back(int base) {
        while (size > base) {
            size -= 2;
            if (stack[size] >= 0) {
                return true;
            }
            slots[~stack[size]] = stack[size + 1];
        }
        return false;
    }

    /** The instruction of the choice that {@link #back} went to. */
    int instruction() {
        return stack[size];
    }

    /** The position of the choice that {@link #back} went to. */
    int position() {
        return stack[size + 1];
    }

    /** Drops the choices above the base, but keeps what restores the slots. */
    void commit(int base) {
        int kept = base;
        for (int i = base; i < size; i += 2) {
            if (stack[i] < 0) {
                stack[kept] = stack[i];
                stack[kept + 1] = stack[i + 1];
                kept += 2;
            }
        }
        size = kept;
    }

    /** Drops the choices above the base and restores the slots. */
    void undo(int base) {
        boolean more = true;
        while (more) {
            more = back(base);
        }
    }

    private void push(int first, int second) {
        if (size == stack.length) {
            if (size >= MAX_SIZE) {
                throw new RegexBudgetException();
            }
            stack = Arrays.copyOf(stack, size * 2);
        }
        stack[size] = first;
        stack[size + 1] = second;
        size += 2;
    }
}
