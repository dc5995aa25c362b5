package org.camundaflows.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A directory, relative to the working directory. Not a plain {@link Path}: Spring would turn the text of a path into a
 * resource of the class path when there is one of that name.
 */
public record Directory(Path path) {

    /** @throws IllegalArgumentException if the text cannot be a path */
    public static Directory of(String text) {
        try {
            return new Directory(Path.of(text));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not a path: " + text, e);
        }
    }
}
