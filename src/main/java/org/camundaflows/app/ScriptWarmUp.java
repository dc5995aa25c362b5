package org.camundaflows.app;

import org.camundaflows.operations.script.ExecOperation;

/** Spares the first scripts the loading of the JavaScript engine, while other things start. */
record ScriptWarmUp(ExecOperation exec) {

    /** Returns at once. */
    void start() {
        Thread thread = new Thread(exec::warmUp, "flow-script-warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
