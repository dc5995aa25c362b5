package org.camundaflows.compile;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What a compiled flow takes from the configuration.
 *
 * @param historyTimeToLive how long finished runs are kept, at least a day; a flow's {@code options.historyTimeToLive}
 *     (days) wins
 * @param zone zone in which schedules are read
 */
public record CompileSettings(Duration historyTimeToLive, ZoneId zone) {

    public CompileSettings {
        if (historyTimeToLive.toDays() < 1) {
            throw new IllegalArgumentException("The history time to live must be a day or more: " + historyTimeToLive);
        }
    }
}
