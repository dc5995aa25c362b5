package org.camundaflows.filter.regex;

import java.util.List;

/**
 * A compiled pattern.
 *
 * @param slots how many positions a match keeps
 * @param memoryless whether the rest of a match depends on instruction and position alone, so that no such pair ever
 *     needs to be tried twice
 */
record Program(List<Instruction> instructions, int slots, boolean memoryless) {

    Program {
        instructions = List.copyOf(instructions);
    }
}
