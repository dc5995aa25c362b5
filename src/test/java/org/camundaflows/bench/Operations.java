package org.camundaflows.bench;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.operation.OperationRegistry;
import org.camundaflows.operations.control.ConditionOperation;
import org.camundaflows.operations.log.LogOperation;
import org.camundaflows.operations.script.ExecOperation;
import org.camundaflows.operations.script.ScriptLimits;
import org.camundaflows.operations.transform.TransformOperation;

/** The step types of the workload. */
final class Operations implements AutoCloseable {

    private final ExecOperation exec = new ExecOperation(ScriptLimits.defaults());
    private final OperationRegistry registry = new OperationRegistry(List.of(
            new ConditionOperation(Clock.systemUTC(), ZoneOffset.UTC, false),
            exec,
            new LogOperation(),
            new TransformOperation()));

    OperationRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        exec.close();
    }
}
