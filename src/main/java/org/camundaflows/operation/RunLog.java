package org.camundaflows.operation;

/** The application's log, as steps use it. Each call is one entry, however many lines the message has. */
public interface RunLog {

    void info(String message);

    void warn(String message);

    void error(String message);

    void debug(String message);
}
