package org.camundaflows.cli;

/** What the exit codes of all commands mean. */
final class ExitCode {

    static final int OK = 0;

    /** Problems were found; a run was rejected or failed; a server refused. */
    static final int PROBLEM = 1;

    /** The command line cannot be understood. */
    static final int USAGE = 2;

    private ExitCode() {}
}
