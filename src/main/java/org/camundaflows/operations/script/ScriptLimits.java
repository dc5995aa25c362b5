package org.camundaflows.operations.script;

import java.time.Duration;

/**
 * What one run of a script may use. In-process limits are best effort: they stop runaway scripts, they do not replace
 * a sandbox of the operating system.
 *
 * @param timeout wall-clock time of one run, promises included; {@code FLOWS_RUN_SCRIPT_TIMEOUT}
 * @param memory in bytes; {@code FLOWS_RUN_SCRIPT_MAX_MEMORY}. No single text or buffer may be larger, and all that a
 *     run allocates together, garbage included, may be {@value #ALLOCATION_FACTOR} times as much
 * @param statements how many statements a run may execute, 0 for any number
 * @param stackFrames how deep calls may nest
 * @param outputSize how large a result may be, in characters of its JSON text
 */
public record ScriptLimits(Duration timeout, long memory, long statements, int stackFrames, int outputSize) {

    /** Which limit a script has exceeded. */
    public enum Kind {
        TIME,
        MEMORY,
        STATEMENTS,
        STACK,
        OUTPUT
    }

    private static final long MEGABYTE = 1L << 20;

    /** The JVM counts what a thread allocates, not what it keeps. */
    private static final int ALLOCATION_FACTOR = 8;

    /** The stack of script threads holds this many frames of costly calls, with room to spare. */
    private static final int MAX_STACK_FRAMES = 10_000;

    /** The longest text the JSON parser accepts is 20 million characters. */
    private static final int MAX_OUTPUT = 20_000_000;

    /** @throws IllegalArgumentException if a limit makes no sense; the message names it */
    public ScriptLimits {
        require(timeout.toMillis() > 0, "The time limit of scripts must be at least 1 ms");
        require(timeout.compareTo(Duration.ofDays(1)) <= 0, "The time limit of scripts must be at most a day");
        require(memory >= MEGABYTE, "The memory limit of scripts must be at least 1 MB");
        require(memory <= 64 * 1024 * MEGABYTE, "The memory limit of scripts must be at most 64 GB");
        require(statements >= 0, "The statement limit of scripts must not be negative");
        require(
                stackFrames >= 16 && stackFrames <= MAX_STACK_FRAMES,
                "The stack frames of scripts must be between 16 and " + MAX_STACK_FRAMES);
        require(
                outputSize > 0 && outputSize <= MAX_OUTPUT,
                "The output size of scripts must be between 1 and " + MAX_OUTPUT);
    }

    /** 10 seconds, 32 MB, any number of statements, 10 000 stack frames, 10 million characters. */
    public static ScriptLimits defaults() {
        return new ScriptLimits(Duration.ofSeconds(10), 32 * MEGABYTE, 0, MAX_STACK_FRAMES, 10_000_000);
    }

    public ScriptLimits withTimeout(Duration value) {
        return new ScriptLimits(value, memory, statements, stackFrames, outputSize);
    }

    /** @param bytes see {@link #memory} */
    public ScriptLimits withMemory(long bytes) {
        return new ScriptLimits(timeout, bytes, statements, stackFrames, outputSize);
    }

    /** How many bytes a run may allocate in all. */
    long allocation() {
        return memory * ALLOCATION_FACTOR;
    }

    /** How long a single text or buffer may be. */
    int valueLength() {
        return (int) Math.min(memory, Integer.MAX_VALUE / 2);
    }

    /** How long an array may be that is made at one go. */
    long arrayLength() {
        return memory / Long.BYTES;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
