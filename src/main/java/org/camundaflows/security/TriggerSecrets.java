package org.camundaflows.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the texts that a trigger gives away as secret. */
final class TriggerSecrets {

    /** Shorter texts would also be found where they mean nothing. */
    private static final int MIN_LENGTH = 12;

    private static final Pattern SCHEME =
            Pattern.compile("(?:bearer|basic) +(?<credentials>\\S+)", Pattern.CASE_INSENSITIVE);

    private final SecretMembers members;
    private final Set<String> secrets = new LinkedHashSet<>();

    private TriggerSecrets(SecretMembers members) {
        this.members = members;
    }

    static Set<String> in(JsonNode trigger, SecretMembers members) {
        TriggerSecrets found = new TriggerSecrets(members);
        found.search("$trigger", trigger);
        return found.secrets;
    }

    private void search(String parent, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (members.contain(parent, member.getKey())) {
                collect(member.getValue());
            } else {
                search(member.getKey(), member.getValue());
            }
        }
        if (value.isArray()) {
            value.forEach(element -> search(parent, element));
        }
    }

    private void collect(JsonNode value) {
        if (value.isTextual()) {
            add(value.textValue());
            Matcher scheme = SCHEME.matcher(value.textValue());
            if (scheme.matches()) {
                add(scheme.group("credentials"));
            }
        }
        value.forEach(this::collect);
    }

    private void add(String text) {
        if (text.length() >= MIN_LENGTH) {
            secrets.add(text);
        }
    }
}
