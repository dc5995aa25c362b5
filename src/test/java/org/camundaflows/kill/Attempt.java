package org.camundaflows.kill;

/**
 * A call that was to start a run.
 *
 * @param life in which life of the server
 * @param answer its HTTP status, or {@link #NO_ANSWER}
 */
record Attempt(int life, int answer) {

    static final int NO_ANSWER = 0;

    boolean isAnswered() {
        return answer != NO_ANSWER;
    }
}
