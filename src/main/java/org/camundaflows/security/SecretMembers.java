package org.camundaflows.security;

import java.util.Locale;
import java.util.Set;

/** Which members of an object hold secrets (specification: audit, section 4). */
record SecretMembers(RedactionLevel level) {

    /** The parent of members that have none. */
    static final String NO_PARENT = "";

    private static final Set<String> HEADERS = Set.of("authorization", "cookie");

    private static final Set<String> QUERY = Set.of("access_token");

    private static final Set<String> PAYLOAD = Set.of(
            "password",
            "token",
            "tfa_secret",
            "external_identifier",
            "auth_data",
            "credentials",
            "ai_openai_api_key",
            "ai_anthropic_api_key",
            "ai_google_api_key",
            "ai_openai_compatible_api_key");

    private static final Set<String> ONLY_STRICT = Set.of("set-cookie", "refresh_token");

    /**
     * @param parent name of the member that holds the object, seen through arrays, or {@link #NO_PARENT}
     * @param member name of the member in question
     */
    boolean contain(String parent, String member) {
        boolean known =
                switch (parent) {
                    case "headers" -> HEADERS.contains(lower(member));
                    case "query" -> QUERY.contains(member);
                    case "payload" -> PAYLOAD.contains(member);
                    default -> false;
                };
        return known || (level == RedactionLevel.STRICT && isSecretAnywhere(lower(member)));
    }

    private static boolean isSecretAnywhere(String member) {
        return HEADERS.contains(member)
                || QUERY.contains(member)
                || PAYLOAD.contains(member)
                || ONLY_STRICT.contains(member);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
