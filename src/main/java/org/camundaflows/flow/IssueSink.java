package org.camundaflows.flow;

/** Takes the problems of one flow or of one of its operations. */
@FunctionalInterface
interface IssueSink {

    void add(IssueCode code, Place place, String message, String expected, String mend);

    default void add(IssueCode code, Place place, String message, String expected) {
        add(code, place, message, expected, code.mend());
    }

    default void add(IssueCode code, Place place, String message) {
        add(code, place, message, code.expected(), code.mend());
    }
}
