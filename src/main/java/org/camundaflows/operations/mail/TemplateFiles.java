package org.camundaflows.operations.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds templates by name: in the project's folder, else among the built-in ones. Names cannot leave these. */
final class TemplateFiles {

    static final String EXTENSION = ".liquid";
    /** Folders and a name; no part starts with a dot, so none leads upwards. */
    private static final Pattern NAME = Pattern.compile("[\\w-][\\w .-]*(/[\\w-][\\w .-]*)*");

    private final @Nullable Path folder;

    TemplateFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /** @return the text of a template; empty if there is none of that name, or the name is not allowed */
    Optional<String> read(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<String> own = folder == null ? Optional.empty() : readOwn(folder, name);
        return own.isPresent() ? own : readBuiltIn(name);
    }

    private static Optional<String> readOwn(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + EXTENSION);
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file));
    }

    private static Optional<String> readBuiltIn(String name) throws IOException {
        try (InputStream in = TemplateFiles.class.getResourceAsStream("/mail-templates/" + name + EXTENSION)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
