package org.camundaflows.authoring;

import org.jspecify.annotations.Nullable;

/** Goes on with other work after a failure, and remembers the first one. */
final class Failures {

    private @Nullable RuntimeException first;

    void collect(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (first == null) {
                first = e;
            } else if (first != e) {
                first.addSuppressed(e);
            }
        }
    }

    /** Throws the first failure, which knows the others, if there was one. */
    void rethrow() {
        if (first != null) {
            throw first;
        }
    }
}
