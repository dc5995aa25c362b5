package org.camundaflows.store.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;

/** Lists of texts as queries give them: arrays, or text with commas. */
final class Texts {

    private Texts() {}

    /** Without blanks around them, and without empty ones. */
    static List<String> list(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(entry -> add(Json.display(entry), texts));
        } else if (value.isValueNode() && !value.isNull()) {
            add(Json.display(value), texts);
        }
        return texts;
    }

    /** Commas between parentheses, as in {@code json(meta,color)}, do not divide. */
    private static void add(String text, List<String> texts) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == text.length())) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    texts.add(part);
                }
                start = i + 1;
            }
        }
    }
}
