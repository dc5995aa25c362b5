package org.camundaflows.app.settings;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be configured under {@code flows}. An instance is always valid: wrong values are refused with
 * {@link InvalidSetting} when it is made.
 *
 * @param dataDir directory of the embedded database
 * @param publicUrl address under which people reach this server, without a trailing slash; none when unset
 * @param extensionsDir directory of packaged operations
 * @param bodyLimit largest request body that is read
 * @param examples whether example flows are installed
 * @param admin the administrator
 * @param auth how callers prove who they are
 * @param items the database of the items
 * @param environment environment variables that flows may read
 * @param script limits of the exec operation
 * @param outbound where the request operation may connect to
 * @param mail how mails look and are sent; the server itself is configured under spring.mail
 * @param history how long runs are kept
 * @param runs limits of runs
 * @param schedule how schedules are read
 */
@ConfigurationProperties("flows")
public record FlowsProperties(
        @DefaultValue("./data") Directory dataDir,
        @Nullable URI publicUrl,
        @DefaultValue("./extensions") Directory extensionsDir,
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("false") boolean examples,
        @DefaultValue Admin admin,
        @DefaultValue Auth auth,
        @DefaultValue Items items,
        @DefaultValue Environment environment,
        @DefaultValue Script script,
        @DefaultValue Outbound outbound,
        @DefaultValue Mail mail,
        @DefaultValue History history,
        @DefaultValue Runs runs,
        @DefaultValue Schedule schedule) {

    public FlowsProperties {
        Require.positive("flows.body-limit", bodyLimit);
    }

    /**
     * The administrator, made at the first start.
     *
     * @param email address of the administrator; also a name to sign in with
     * @param password password of the administrator; generated and printed at the first start when unset
     * @param token static API token of the administrator; generated and printed at the first start when unset
     */
    public record Admin(
            @DefaultValue("admin@example.com") String email, @Nullable String password, @Nullable String token) {

        public Admin {
            Require.address("flows.admin.email", email);
            Require.notBlank("flows.admin.password", password);
            Require.notBlank("flows.admin.token", token);
        }

        @Override
        public String toString() {
            return "Admin[email=" + email + "]";
        }
    }

    /**
     * How callers prove who they are.
     *
     * @param secret signs access tokens; made up at the first start and kept in the engine's database when unset
     * @param accessTokenTtl how long access tokens are good
     * @param refreshTokenTtl how long refresh tokens are good
     * @param sessionTtl how long sessions in cookies last
     * @param engineUsers whether users of the engine call flows too, with their groups as roles: those whom the
     *     application around has signed in, and those who send name and password
     */
    public record Auth(
            @Nullable String secret,
            @DefaultValue("15m") Duration accessTokenTtl,
            @DefaultValue("7d") Duration refreshTokenTtl,
            @DefaultValue("1d") Duration sessionTtl,
            @DefaultValue("false") boolean engineUsers) {

        public Auth {
            Require.notBlank("flows.auth.secret", secret);
            Require.positive("flows.auth.access-token-ttl", accessTokenTtl);
            Require.positive("flows.auth.refresh-token-ttl", refreshTokenTtl);
            Require.positive("flows.auth.session-ttl", sessionTtl);
        }

        @Override
        public String toString() {
            return "Auth[engineUsers=" + engineUsers + "]";
        }
    }

    /**
     * The database of the items.
     *
     * @param url JDBC address of H2 or PostgreSQL; the database of the engine when unset
     * @param username user of a database of its own
     * @param password password of a database of its own
     * @param schema database schema of the collections; unset for items in H2 and public in PostgreSQL
     */
    public record Items(
            @Nullable String url, @Nullable String username, @Nullable String password, @Nullable String schema) {

        public Items {
            Require.notBlank("flows.items.url", url);
            Require.notBlank("flows.items.schema", schema);
        }

        @Override
        public String toString() {
            return "Items[schema=" + schema + "]";
        }
    }

    /**
     * Environment variables in flows.
     *
     * @param allowList names of the environment variables that flows see as $env
     */
    public record Environment(@DefaultValue List<String> allowList) {

        public Environment {
            allowList = List.copyOf(allowList);
        }
    }

    /**
     * Limits of scripts.
     *
     * @param timeout longest time a script may run
     * @param memory memory of a script
     */
    public record Script(@DefaultValue("10s") Duration timeout, @DefaultValue("32MB") DataSize memory) {

        public Script {
            Require.positive("flows.script.timeout", timeout);
            Require.positive("flows.script.memory", memory);
        }
    }

    /**
     * Outgoing connections.
     *
     * @param denyList addresses, networks (CIDR) and ranges (a-b) that flows may not connect to; 0.0.0.0 stands for
     *     this machine
     * @param strict whether private, link-local and other special networks are denied as well
     */
    public record Outbound(
            @DefaultValue({"0.0.0.0", "169.254.169.254"}) List<String> denyList,
            @DefaultValue("false") boolean strict) {

        public Outbound {
            denyList = List.copyOf(denyList);
            Require.addressRanges("flows.outbound.deny-list", denyList);
        }
    }

    /**
     * Mails of flows.
     *
     * @param from sender address
     * @param projectName name of the project, shown as the sender and in templates
     * @param projectColor colour of the project in templates
     * @param projectLogo address of the project's logo in templates
     * @param templatesDir directory of own mail templates
     * @param waitForDelivery whether a mail step waits for the delivery and rejects when it fails
     * @param rateLimit limit of the mails a flow sends
     */
    public record Mail(
            @DefaultValue("no-reply@example.com") String from,
            @DefaultValue("Directus") String projectName,
            @DefaultValue("#6644FF") String projectColor,
            @Nullable String projectLogo,
            @DefaultValue("./templates") Directory templatesDir,
            @DefaultValue("false") boolean waitForDelivery,
            @DefaultValue RateLimit rateLimit) {

        public Mail {
            Require.address("flows.mail.from", from);
        }
    }

    /**
     * Limit of the mails each flow may send.
     *
     * @param enabled whether the limit applies
     * @param points how many mails a flow may send within the duration
     * @param duration length of the window
     * @param message text added to the error of a refused mail
     */
    public record RateLimit(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("50") int points,
            @DefaultValue("1s") Duration duration,
            @Nullable String message) {

        public RateLimit {
            Require.positive("flows.mail.rate-limit.points", points);
            Require.positive("flows.mail.rate-limit.duration", duration);
        }
    }

    /**
     * The history of runs.
     *
     * @param timeToLive how long a run is kept after its start, in whole days
     */
    public record History(@DefaultValue("180d") Duration timeToLive) {

        public History {
            Require.wholeDays("flows.history.time-to-live", timeToLive);
        }
    }

    /**
     * Limits of runs.
     *
     * @param syncWait how long a caller waits for a run that left its thread
     * @param sleepInThread longest sleep that keeps its thread; longer ones become timers
     * @param callDepth how deep flows may call each other
     */
    public record Runs(
            @DefaultValue("60s") Duration syncWait,
            @DefaultValue("5s") Duration sleepInThread,
            @DefaultValue("20") int callDepth) {

        public Runs {
            Require.positive("flows.runs.sync-wait", syncWait);
            Require.notNegative("flows.runs.sleep-in-thread", sleepInThread);
            Require.positive("flows.runs.call-depth", callDepth);
        }
    }

    /**
     * Schedules.
     *
     * @param zone time zone of cron expressions; the zone of the machine when unset
     */
    public record Schedule(@Nullable ZoneId zone) {

        /** The configured zone, or that of the machine. */
        public ZoneId zoneOrDefault() {
            return zone == null ? ZoneId.systemDefault() : zone;
        }
    }
}
