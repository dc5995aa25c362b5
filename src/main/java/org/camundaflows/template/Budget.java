package org.camundaflows.template;

import org.camundaflows.json.PathException;
import org.camundaflows.json.ValueBounds;

/** The characters that the texts of one rendering may have together: a text may name the same large value many times. */
final class Budget {

    private int left = ValueBounds.SIZE;

    /** @throws PathException if the texts get too long */
    void spend(int characters) {
        if (characters > left) {
            throw new PathException(
                    "RangeError", "The rendered texts are larger than " + ValueBounds.SIZE + " characters");
        }
        left -= characters;
    }
}
