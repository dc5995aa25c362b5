package org.camundaflows.flow;

/**
 * How much {@link FlowReader} takes.
 *
 * @param characters length of one text or file
 * @param depth levels of objects and arrays inside each other
 * @param operations operations of one flow
 */
public record FlowLimits(int characters, int depth, int operations) {

    /** 20 million characters, 200 levels, 10,000 operations. */
    public static final FlowLimits DEFAULT = new FlowLimits(20_000_000, 200, 10_000);

    public FlowLimits {
        if (characters < 1 || depth < 1 || operations < 1) {
            throw new IllegalArgumentException("Limits must be positive");
        }
    }
}
