package org.camundaflows.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camundaflows.json.Scope;

/** The data of a run: {@code $trigger}, {@code $last}, {@code $accountability}, {@code $env} and a result per key. */
public interface DataChain extends Scope {

    /**
     * The complete chain in the order of specification data-chain, section 1. A new object at each call; the values in
     * it are shared and must not be changed.
     */
    ObjectNode toObject();
}
