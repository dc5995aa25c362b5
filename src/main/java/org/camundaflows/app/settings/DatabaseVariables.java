package org.camundaflows.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database of the engine: PostgreSQL as the {@code DB_*} variables describe it, otherwise the embedded one below the
 * data directory.
 */
final class DatabaseVariables {

    private static final List<String> CONNECTION = List.of("DB_HOST", "DB_CONNECTION_STRING");
    private static final Map<String, String> CLIENTS =
            Map.of("pg", "postgresql", "postgres", "postgresql", "postgresql", "postgresql", "h2", "h2");

    private final Variables variables;

    DatabaseVariables(Variables variables) {
        this.variables = variables;
    }

    /** @param dataDir directory of the embedded database */
    Map<String, String> properties(Path dataDir) {
        return client().equals("postgresql") ? postgres() : embedded(dataDir);
    }

    private String client() {
        return variables.find("DB_CLIENT").map(client -> client.oneOf(CLIENTS)).orElseGet(() -> {
            for (String name : CONNECTION) {
                variables.find(name).ifPresent(found -> {
                    throw InvalidSetting.missing("DB_CLIENT", "pg because " + name + " is set, or h2");
                });
            }
            return "h2";
        });
    }

    /**
     * Without WRITE_DELAY=0 a crash loses committed transactions; with the default query cache of eight every statement
     * of the engine is parsed anew.
     */
    private static Map<String, String> embedded(Path dataDir) {
        String directory = dataDir.toAbsolutePath().normalize().toString();
        if (directory.contains(";")) {
            throw InvalidSetting.of("flows.data-dir", directory, "a directory without a semicolon in its path");
        }
        String url = "jdbc:h2:file:" + directory.replace('\\', '/')
                + "/camunda-flows;WRITE_DELAY=0;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE";
        return Map.of("spring.datasource.url", url, "spring.datasource.username", "sa");
    }

    private Map<String, String> postgres() {
        return variables
                .find("DB_CONNECTION_STRING")
                .map(this::fromConnectionString)
                .orElseGet(this::fromParts);
    }

    private Map<String, String> fromParts() {
        String host = variables.require("DB_HOST", "the host of the database").text();
        String port = variables.find("DB_PORT").map(Variable::port).orElse("5432");
        String database =
                variables.require("DB_DATABASE", "the name of the database").text();
        variables.require("DB_USER", "the user of the database");
        return properties(bracketed(host) + ":" + port, database, null, null, null);
    }

    private Map<String, String> fromConnectionString(Variable variable) {
        URI uri = parse(variable);
        String path = uri.getPath();
        if (uri.getHost() == null || path == null || path.length() < 2 || !isPostgres(uri.getScheme())) {
            throw malformed();
        }
        String[] userInfo = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return properties(
                uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()),
                path.substring(1),
                uri.getRawQuery(),
                userInfo.length > 0 ? decoded(userInfo[0]) : null,
                userInfo.length > 1 ? decoded(userInfo[1]) : null);
    }

    private Map<String, String> properties(
            String authority,
            String database,
            @Nullable String query,
            @Nullable String user,
            @Nullable String password) {
        Map<String, String> properties = new LinkedHashMap<>();
        String ssl = ssl();
        String parameters = query == null ? ssl : ssl == null ? query : query + "&" + ssl;
        properties.put(
                "spring.datasource.url",
                "jdbc:postgresql://" + authority + "/" + encoded(database)
                        + (parameters == null ? "" : "?" + parameters));
        put(properties, "spring.datasource.username", user, "DB_USER");
        put(properties, "spring.datasource.password", password, "DB_PASSWORD");
        return properties;
    }

    private void put(Map<String, String> properties, String property, @Nullable String own, String variable) {
        String value = own == null ? variables.textOr(variable, "") : own;
        if (!value.isEmpty()) {
            properties.put(property, value);
        }
    }

    /** Encrypted connections verify the server unless that is switched off, as in the reference. */
    private @Nullable String ssl() {
        if (!variables.isTrue("DB_SSL")
                && variables.find("DB_SSL__REJECT_UNAUTHORIZED").isEmpty()) {
            return null;
        }
        boolean verify = variables
                .find("DB_SSL__REJECT_UNAUTHORIZED")
                .map(Variable::flag)
                .map("true"::equals)
                .orElse(true);
        return verify ? "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : "sslmode=require";
    }

    private static URI parse(Variable variable) {
        try {
            return new URI(variable.text().strip());
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static InvalidSetting malformed() {
        return InvalidSetting.secret("DB_CONNECTION_STRING", "postgresql://user:password@host:port/database");
    }

    private static boolean isPostgres(@Nullable String scheme) {
        return "postgres".equals(scheme) || "postgresql".equals(scheme);
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
