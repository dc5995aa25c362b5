package org.camundaflows.operations.http;

import java.time.Duration;

/**
 * How much a request may take.
 *
 * @param totalTime from the first look-up of a name to the last byte of the last answer, redirects included
 * @param responseBytes size of an answer's body after decompression
 * @param redirects how many are followed
 */
public record RequestLimits(Duration totalTime, long responseBytes, int redirects) {

    /** One minute, 100 MB, 21 redirects. */
    public static final RequestLimits DEFAULT = new RequestLimits(Duration.ofSeconds(60), 100_000_000, 21);

    /** @throws IllegalArgumentException if time or size are not above zero, or redirects below */
    public RequestLimits {
        if (totalTime.isNegative() || totalTime.isZero()) {
            throw new IllegalArgumentException("The total time of requests must be above zero, not " + totalTime);
        }
        if (responseBytes < 1 || responseBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException(
                    "The size of answers must be from 1 to 2147483631, not " + responseBytes);
        }
        if (redirects < 0) {
            throw new IllegalArgumentException("The number of redirects must not be below zero, not " + redirects);
        }
    }
}
