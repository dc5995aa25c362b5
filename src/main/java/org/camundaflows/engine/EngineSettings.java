package org.camundaflows.engine;

import java.time.Duration;

/**
 * How runs behave.
 *
 * @param sleepInThread waits up to this long keep their thread; longer ones become a timer job that survives restarts
 * @param maxDepth how deep flows may call flows
 * @param maxParallelCalls how many flows one step calls at a time when they run in threads
 * @param maxOptionsSize characters of a step's options that the run log keeps; longer ones are replaced by a marker
 * @param node name of this node in the run log
 */
public record EngineSettings(
        Duration sleepInThread, int maxDepth, int maxParallelCalls, int maxOptionsSize, String node) {

    public EngineSettings {
        if (sleepInThread.isNegative() || maxDepth < 1 || maxParallelCalls < 1 || maxOptionsSize < 1) {
            throw new IllegalArgumentException("Not a legal setting: " + sleepInThread + ", depth " + maxDepth
                    + ", parallel calls " + maxParallelCalls + ", options size " + maxOptionsSize);
        }
    }
}
