package org.camundaflows.operations.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;

/** Counts the mails of each flow. */
final class FlowLimit {

    private record Window(Instant end, int used) {}

    private final MailSettings.@Nullable Limit limit;
    private final InstantSource clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    FlowLimit(MailSettings.@Nullable Limit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws Rejection if the flow has used up its mails */
    void take(String flowId) {
        if (limit == null) {
            return;
        }
        Instant now = clock.instant();
        Window fresh = new Window(now.plus(limit.duration()), 1);
        Window window = windows.merge(
                flowId, fresh, (old, first) -> old.end().isAfter(now) ? new Window(old.end(), old.used() + 1) : first);
        if (window.used() > limit.points()) {
            throw new Rejection(ErrorValue.known(
                    "EMAIL_LIMIT_EXCEEDED",
                    429,
                    "Email sending limit exceeded. A flow may send " + limit.points() + " mails in "
                            + limit.duration().toSeconds() + " seconds.",
                    null));
        }
    }
}
