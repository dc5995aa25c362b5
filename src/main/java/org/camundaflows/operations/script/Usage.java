package org.camundaflows.operations.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time and memory a thread has used since a moment. The bytes are those the thread has allocated, garbage included; JVMs
 * that do not count them report none.
 */
record Usage(long thread, long startedAt, long allocatedBefore) {

    static Usage ofThisThread() {
        long thread = Thread.currentThread().getId();
        return new Usage(thread, System.nanoTime(), allocatedBy(thread));
    }

    long nanos() {
        return System.nanoTime() - startedAt;
    }

    long allocated() {
        return Math.max(0, allocatedBy(thread) - allocatedBefore);
    }

    private static long allocatedBy(long thread) {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                        && threads.isThreadAllocatedMemorySupported()
                ? threads.getThreadAllocatedBytes(thread)
                : 0;
    }
}
