package org.camundaflows.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables, by their exact names. A variable may also be given as a file: {@code NAME_FILE} holds the
 * path of a file with the value, as container platforms hand over secrets.
 */
final class Variables {

    private static final String FILE = "_FILE";

    private final Lookup raw;

    /** Reads a variable as it was given; null when it was not. */
    @FunctionalInterface
    interface Lookup {
        @Nullable
        String get(String name);
    }

    Variables(Lookup raw) {
        this.raw = raw;
    }

    /** A variable with a value that is not blank. */
    Optional<Variable> find(String name) {
        return findAny(name).filter(variable -> !variable.value().isBlank());
    }

    /** A variable that was given, with any value. */
    Optional<Variable> findAny(String name) {
        String value = raw.get(name);
        String file = raw.get(name + FILE);
        if (file == null || file.isBlank()) {
            return Optional.ofNullable(value).map(given -> Variable.of(name, given));
        }
        if (value != null && !value.isBlank()) {
            throw InvalidSetting.of(name + FILE, file, "to be set alone, but " + name + " is set as well");
        }
        return Optional.of(Variable.of(name, read(name + FILE, file)));
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw InvalidSetting.of(name, file, "a readable text file");
        }
    }

    boolean isTrue(String name) {
        return find(name).map(Variable::flag).filter("true"::equals).isPresent();
    }

    String textOr(String name, String other) {
        return find(name).map(Variable::text).orElse(other);
    }

    Variable require(String name, String expected) {
        return find(name).orElseThrow(() -> InvalidSetting.missing(name, expected));
    }
}
