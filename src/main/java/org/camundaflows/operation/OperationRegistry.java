package org.camundaflows.operation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The step types that can run here, by id. */
public final class OperationRegistry {

    private final Map<String, Operation> byId = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two operations claim one id */
    public OperationRegistry(Collection<? extends Operation> operations) {
        for (Operation operation : operations) {
            Operation other = byId.putIfAbsent(operation.type().id(), operation);
            if (other != null) {
                throw new IllegalArgumentException("Two operations claim the type \""
                        + operation.type().id() + "\": " + other.getClass().getName() + " and "
                        + operation.getClass().getName());
            }
        }
    }

    public Optional<Operation> find(String type) {
        return Optional.ofNullable(byId.get(type));
    }

    public List<OperationType> types() {
        return byId.values().stream().map(Operation::type).toList();
    }
}
