package org.camundaflows.store.access.account;

import java.time.Duration;

/**
 * How long tokens are good.
 *
 * @param access of access tokens
 * @param refresh of refresh tokens
 * @param session of sessions in cookies
 */
public record Lifetimes(Duration access, Duration refresh, Duration session) {

    /** A quarter of an hour, a week and a day. */
    public static final Lifetimes DEFAULT =
            new Lifetimes(Duration.ofMinutes(15), Duration.ofDays(7), Duration.ofDays(1));
}
