package org.camundaflows.operations.script;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for scripts. Scripts do not run on the thread of the step because they need a deep stack whatever the caller's
 * is, and because some built-in functions of the engine cannot be stopped: then at least the step ends in time.
 */
final class ScriptThreads {

    /** Address space, not memory: only what a script really uses is ever touched. */
    private static final long STACK_SIZE = 64L << 20;

    private static final int IDLE_SECONDS = 30;

    private ScriptThreads() {}

    /** As many threads as steps wait, reused, gone when idle. */
    static ExecutorService create() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "flow-script-" + count.incrementAndGet(), STACK_SIZE);
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
