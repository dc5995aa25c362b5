package org.camundaflows.operations.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Rejection;

/**
 * What the options ask of the claims.
 *
 * @param present in seconds
 */
record ClaimChecks(JsonNode claims, JsonNode options, double present) {

    /** @throws Rejection at the first claim that does not hold */
    void run() {
        checkActive();
        checkExpiry();
        checkAudience();
        checkIssuer();
        checkSame("subject", "sub");
        checkSame("jwtid", "jti");
        checkSame("nonce", "nonce");
        checkAge();
    }

    private void checkActive() {
        JsonNode start = claims.path("nbf");
        if (start.isMissingNode() || Script.isTruthy(options.path("ignoreNotBefore"))) {
            return;
        }
        if (!start.isNumber()) {
            throw TokenErrors.invalid("invalid nbf value");
        }
        if (start.doubleValue() > present + tolerance()) {
            throw TokenErrors.notActive(start.doubleValue());
        }
    }

    private void checkExpiry() {
        JsonNode end = claims.path("exp");
        if (end.isMissingNode() || Script.isTruthy(options.path("ignoreExpiration"))) {
            return;
        }
        if (!end.isNumber()) {
            throw TokenErrors.invalid("invalid exp value");
        }
        if (present >= end.doubleValue() + tolerance()) {
            throw TokenErrors.expired("jwt expired", end.doubleValue());
        }
    }

    private void checkAudience() {
        JsonNode expected = options.path("audience");
        if (!Script.isTruthy(expected)) {
            return;
        }
        List<JsonNode> accepted = list(expected);
        boolean match = list(claims.path("aud")).stream()
                .anyMatch(given -> accepted.stream().anyMatch(one -> Script.isSame(one, given)));
        if (!match) {
            throw invalid("audience", " or ", accepted);
        }
    }

    private void checkIssuer() {
        JsonNode expected = options.path("issuer");
        boolean asked = expected.isArray() || (expected.isTextual() && Script.isTruthy(expected));
        JsonNode given = claims.path("iss");
        if (asked && list(expected).stream().noneMatch(one -> Script.isSame(one, given))) {
            throw invalid("issuer", ",", list(expected));
        }
    }

    private void checkSame(String option, String claim) {
        JsonNode expected = options.path(option);
        if (Script.isTruthy(expected) && !Script.isSame(expected, claims.path(claim))) {
            throw invalid(option, ",", list(expected));
        }
    }

    private void checkAge() {
        JsonNode maxAge = options.path("maxAge");
        if (!Script.isTruthy(maxAge)) {
            return;
        }
        JsonNode issued = claims.path("iat");
        if (!issued.isNumber()) {
            throw TokenErrors.invalid("iat required when maxAge is specified");
        }
        double end = Timespan.after(issued.doubleValue(), maxAge)
                .orElseThrow(() -> TokenErrors.invalid("\"maxAge\" should be a number of seconds or string"
                        + " representing a timespan eg: \"1d\", \"20h\", 60"));
        if (present >= end + tolerance()) {
            throw TokenErrors.expired("maxAge exceeded", end);
        }
    }

    private double tolerance() {
        return options.path("clockTolerance").asDouble(0);
    }

    private static List<JsonNode> list(JsonNode value) {
        List<JsonNode> entries = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(entries::add);
        } else {
            entries.add(value);
        }
        return entries;
    }

    private static Rejection invalid(String what, String separator, List<JsonNode> expected) {
        String names =
                String.join(separator, expected.stream().map(Json::display).toList());
        return TokenErrors.invalid("jwt " + what + " invalid. expected: " + names);
    }
}
