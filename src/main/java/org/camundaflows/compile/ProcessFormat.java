package org.camundaflows.compile;

/**
 * The number of the form in which flows are written as BPMN. Processes stay in the database as long as runs of them, so
 * every form that was ever released has to be read; one that is newer than this version is refused instead of misread.
 */
final class ProcessFormat {

    /** Raise it when the BPMN of an unchanged flow changes; it is part of every version tag. */
    static final String CURRENT = "1";

    private ProcessFormat() {}

    /**
     * @param process with its properties; without a number it was drawn by hand
     * @throws DecompileException if this version does not know the form
     */
    static void check(ElementTexts process) {
        String format = process.text(FlowBpmn.FORMAT);
        if (!format.isEmpty() && !format.equals(CURRENT)) {
            throw new DecompileException(
                    process.id(),
                    "The process \"" + process.id() + "\" has format " + format + "; this version reads format "
                            + CURRENT + ". It was written by a newer version.");
        }
    }
}
