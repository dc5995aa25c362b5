package org.camundaflows.store.query.sql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.store.error.ItemErrors;

/** Paths inside of JSON values: {@code k.v}, {@code list[0].name}. */
public final class JsonPaths {

    private static final Pattern KEY = Pattern.compile("[^.\\[\\]]++");

    private JsonPaths() {}

    /**
     * @param limit how many keys there may be
     * @return keys and positions in their order
     * @throws org.camundaflows.store.error.ItemException {@code INVALID_QUERY} if there are none or too many
     */
    public static List<String> keys(String path, int limit) {
        Matcher key = KEY.matcher(path);
        List<String> keys = key.results().map(found -> found.group()).toList();
        if (keys.isEmpty() || keys.size() > limit) {
            throw ItemErrors.invalidQuery("Invalid JSON path \"" + path + "\"");
        }
        return keys;
    }
}
