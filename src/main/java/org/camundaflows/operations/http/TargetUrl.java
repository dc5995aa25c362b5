package org.camundaflows.operations.http;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camundaflows.operation.Rejection;
import org.camundaflows.security.IpLiteral;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes. Read as browsers read it (WHATWG URL), so that no odd spelling means one host to the check and
 * another to the connection; only the slashes after the scheme must be there.
 *
 * @param userInfo user and password, still encoded
 * @param host a name or an address, an IPv6 address without brackets
 * @param path with the query, without the fragment
 */
record TargetUrl(String scheme, @Nullable String userInfo, String host, int port, String path) {

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^\\]@]*]|[^:@\\[\\]]*)(?::([0-9]*))?");
    private static final Pattern FORBIDDEN_IN_HOST = Pattern.compile("[\\x00-\\x20\"#%/:<>?@\\[\\\\\\]^`{|}\\x7f]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65535;

    /** @throws Rejection if the text is no URL, or its scheme neither http nor https */
    static TargetUrl parse(String text) {
        Matcher parts = SCHEME.matcher(UrlEncoding.encode(text));
        if (!parts.matches()) {
            throw RequestErrors.invalidUrl();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw RequestErrors.unsupportedProtocol(scheme);
        }
        String rest = withoutFragment(forwardSlashes(parts.group(2)));
        if (!rest.startsWith("//")) {
            throw RequestErrors.invalidUrl();
        }
        int end = endOf(rest, "/?", 2);
        return parse(scheme, rest.substring(2, end), rest.substring(end));
    }

    /**
     * The target of a redirect.
     *
     * @param location the header's value, its bytes read as Latin-1
     * @throws Rejection if it leads to no http or https URL
     */
    TargetUrl resolve(String location) {
        String bytes = new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String target = forwardSlashes(bytes.strip());
        if (SCHEME.matcher(target).matches()) {
            return parse(target);
        }
        if (target.startsWith("//")) {
            return parse(scheme + ":" + target);
        }
        String own = path.substring(0, endOf(path, "?", 0));
        String base = scheme + "://" + authority();
        if (target.startsWith("/")) {
            return parse(base + target);
        }
        if (target.startsWith("?")) {
            return parse(base + own + target);
        }
        if (target.isEmpty() || target.startsWith("#")) {
            return parse(base + path);
        }
        return parse(base + own.substring(0, own.lastIndexOf('/') + 1) + target);
    }

    /** Host and, unless it is the scheme's own, port: the value of the header {@code Host}. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == defaultPort(scheme) ? name : name + ":" + port;
    }

    /** Whether credentials meant for this target may be sent to the other one: the same server, no loss of TLS. */
    boolean mayShareSecretsWith(TargetUrl other) {
        boolean same = scheme.equals(other.scheme) && port == other.port;
        boolean upgraded = port == HTTP && other.scheme.equals("https") && other.port == HTTPS;
        return host.equals(other.host) && (same || upgraded);
    }

    private static TargetUrl parse(String scheme, String authority, String pathAndQuery) {
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw RequestErrors.invalidUrl();
        }
        int query = endOf(pathAndQuery, "?", 0);
        String path = query == 0 ? "/" : UrlEncoding.withoutDots(pathAndQuery.substring(0, query));
        return new TargetUrl(
                scheme,
                parts.group(1),
                host(parts.group(2)),
                port(scheme, parts.group(3)),
                path + pathAndQuery.substring(query));
    }

    private static String host(String text) {
        try {
            if (text.startsWith("[")) {
                IpLiteral.of(text);
                return text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
            }
            String decoded = UrlEncoding.decode(text);
            String ascii = decoded.chars().allMatch(c -> c < 0x80) ? decoded : IDN.toASCII(decoded);
            if (ascii.isEmpty() || FORBIDDEN_IN_HOST.matcher(ascii).find()) {
                throw RequestErrors.invalidUrl();
            }
            String name = ascii.toLowerCase(Locale.ROOT);
            return IpLiteral.of(name).map(address -> address.getHostAddress()).orElse(name);
        } catch (IllegalArgumentException e) {
            throw RequestErrors.invalidUrl();
        }
    }

    private static int port(String scheme, @Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return defaultPort(scheme);
        }
        if (digits.length() > 9 || Integer.parseInt(digits) > MAX_PORT) {
            throw RequestErrors.invalidUrl();
        }
        return Integer.parseInt(digits);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    private static String forwardSlashes(String url) {
        int end = endOf(url, "?#", 0);
        return url.substring(0, end).replace('\\', '/') + url.substring(end);
    }

    private static String withoutFragment(String url) {
        return url.substring(0, endOf(url, "#", 0));
    }

    /** The index of the first of some characters, or the length. */
    private static int endOf(String text, String characters, int from) {
        int end = from;
        while (end < text.length() && characters.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
