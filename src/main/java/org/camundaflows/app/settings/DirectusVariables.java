package org.camundaflows.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The names that Directus users have in their environment, and the properties they stand for here. */
final class DirectusVariables {

    private static final Map<String, String> LEVELS = Map.of(
            "fatal", "ERROR",
            "error", "ERROR",
            "warn", "WARN",
            "info", "INFO",
            "debug", "DEBUG",
            "trace", "TRACE",
            "silent", "OFF");

    private static final List<Mapping> MAPPINGS = List.of(
            new Mapping("HOST", "server.address", Variable::host),
            new Mapping("PORT", "server.port", Variable::port),
            new Mapping("ADMIN_EMAIL", "flows.admin.email", Variable::mailAddress),
            new Mapping("ADMIN_PASSWORD", "flows.admin.password", Variable::text),
            new Mapping("ADMIN_TOKEN", "flows.admin.token", Variable::text),
            new Mapping("SECRET", "flows.auth.secret", Variable::text),
            new Mapping("ACCESS_TOKEN_TTL", "flows.auth.access-token-ttl", Variable::timespan),
            new Mapping("REFRESH_TOKEN_TTL", "flows.auth.refresh-token-ttl", Variable::timespan),
            new Mapping("SESSION_COOKIE_TTL", "flows.auth.session-ttl", Variable::timespan),
            new Mapping("EXTENSIONS_PATH", "flows.extensions-dir", Variable::text),
            new Mapping("MAX_PAYLOAD_SIZE", "flows.body-limit", Variable::size),
            new Mapping("FLOWS_RUN_SCRIPT_TIMEOUT", "flows.script.timeout", variable -> variable.positive("ms")),
            new Mapping("FLOWS_RUN_SCRIPT_MAX_MEMORY", "flows.script.memory", variable -> variable.positive("MB")),
            new Mapping("EMAIL_FROM", "flows.mail.from", Variable::mailAddress),
            new Mapping("EMAIL_TEMPLATES_PATH", "flows.mail.templates-dir", Variable::text),
            new Mapping("EMAIL_WAIT_FOR_DELIVERY", "flows.mail.wait-for-delivery", Variable::flag),
            new Mapping("RATE_LIMITER_EMAIL_FLOWS_ENABLED", "flows.mail.rate-limit.enabled", Variable::flag),
            new Mapping("RATE_LIMITER_EMAIL_FLOWS_POINTS", "flows.mail.rate-limit.points", v -> v.positive("")),
            new Mapping("RATE_LIMITER_EMAIL_FLOWS_DURATION", "flows.mail.rate-limit.duration", v -> v.positive("s")),
            new Mapping("RATE_LIMITER_EMAIL_FLOWS_ERROR_MESSAGE", "flows.mail.rate-limit.message", Variable::text));

    /** Lists, for which an empty value means none. */
    private static final List<Mapping> LISTS = List.of(
            new Mapping("FLOWS_ENV_ALLOW_LIST", "flows.environment.allow-list", Variable::commaText),
            new Mapping("IMPORT_IP_DENY_LIST", "flows.outbound.deny-list", Variable::addressRanges));

    private record Mapping(String variable, String property, Function<Variable, String> convert) {}

    private final Variables variables;

    DirectusVariables(Variables variables) {
        this.variables = variables;
    }

    /** The properties that follow from the variables that are set. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Mapping mapping : MAPPINGS) {
            variables
                    .find(mapping.variable)
                    .ifPresent(variable -> properties.put(mapping.property, mapping.convert.apply(variable)));
        }
        for (Mapping mapping : LISTS) {
            variables
                    .findAny(mapping.variable)
                    .ifPresent(variable -> properties.put(mapping.property, mapping.convert.apply(variable)));
        }
        putPublicUrl(properties);
        putLogLevel(properties);
        properties.putAll(new MailVariables(variables).properties());
        return properties;
    }

    /** A bare slash is the reference's way to say that there is none. */
    private void putPublicUrl(Map<String, String> properties) {
        variables
                .find("PUBLIC_URL")
                .filter(variable -> !variable.text().strip().equals("/"))
                .ifPresent(variable -> properties.put("flows.public-url", variable.url()));
    }

    /** Quieter levels hold for everything, louder ones for this project only: libraries at debug drown its lines. */
    private void putLogLevel(Map<String, String> properties) {
        variables.find("LOG_LEVEL").map(level -> level.oneOf(LEVELS)).ifPresent(level -> {
            properties.put("logging.level.org.camundaflows", level);
            if (!level.equals("DEBUG") && !level.equals("TRACE")) {
                properties.put("logging.level.root", level);
            }
        });
    }
}
