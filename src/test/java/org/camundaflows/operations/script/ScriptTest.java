package org.camundaflows.operations.script;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One operation with default limits per class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScriptTest {

    private ExecOperation operation;

    @BeforeAll
    void start() {
        operation = new ExecOperation(limits());
    }

    @AfterAll
    void stop() {
        operation.close();
    }

    ScriptLimits limits() {
        return ScriptLimits.defaults();
    }

    ExecOperation operation() {
        return operation;
    }

    Script script() {
        return new Script(operation);
    }
}
