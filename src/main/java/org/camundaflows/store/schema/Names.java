package org.camundaflows.store.schema;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.camundaflows.store.error.ItemErrors;

/** Names that collections and fields may be given. */
final class Names {

    /** The shortest limit of the databases. */
    private static final int MAX_BYTES = 63;

    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*");

    private Names() {}

    static String collection(String name) {
        if (CollectionSchema.isSystem(name)) {
            throw ItemErrors.invalidPayload("Collections can't start with \"directus_\"");
        }
        if (Tables.isReserved(name)) {
            throw ItemErrors.invalidPayload("Collection name \"" + name + "\" is reserved");
        }
        return legal("collection", name);
    }

    static String field(String name) {
        return legal("field", name);
    }

    private static String legal(String what, String name) {
        if (name.isEmpty()) {
            throw ItemErrors.invalidPayload("\"" + what + "\" is required");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
                || !LEGAL.matcher(name).matches()) {
            throw ItemErrors.invalidPayload("\"" + what
                    + "\" has to be made of letters, digits, _ and -, and to be at most " + MAX_BYTES + " bytes long");
        }
        return name;
    }
}
