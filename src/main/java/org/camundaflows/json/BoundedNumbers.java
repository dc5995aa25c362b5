package org.camundaflows.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Makes nodes of all numbers but those whose exponent comes near the range of int: arithmetic with them overflows, and
 * their shortest text need not be a number that can be read again.
 */
final class BoundedNumbers extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    private static final int MAX_SCALE = 1_000_000_000;

    /** @throws NumberFormatException if the exponent is out of range */
    @Override
    public ValueNode numberNode(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            throw new NumberFormatException("An exponent is out of range");
        }
        return super.numberNode(value);
    }
}
