package org.camundaflows.cli;

import java.util.List;

/** The application around the command line, as far as commands need it. */
public interface Installation {

    /**
     * Runs the server until it is stopped.
     *
     * @param arguments settings in the form {@code --name=value}
     * @throws StartFailedException if it does not start
     */
    void serve(List<String> arguments);

    /**
     * Sets up step types, validation and compilation as configured, without a server.
     *
     * @throws StartFailedException if a setting is wrong
     */
    Toolbox open();
}
