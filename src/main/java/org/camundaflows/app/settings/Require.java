package org.camundaflows.app.settings;

import java.time.Duration;
import java.util.List;
import org.camundaflows.security.DenyList;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** What configured values have to fulfil; each check names the property it is about. */
final class Require {

    private Require() {}

    static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw InvalidSetting.of(name, value, "a duration above zero, such as 10s");
        }
    }

    static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw InvalidSetting.of(name, value, "a duration of zero or more, such as 5s");
        }
    }

    static void positive(String name, DataSize value) {
        if (value.toBytes() <= 0) {
            throw InvalidSetting.of(name, value, "a size above zero, such as 1MB");
        }
    }

    static void positive(String name, int value) {
        if (value < 1) {
            throw InvalidSetting.of(name, value, "a whole number above zero");
        }
    }

    static void wholeDays(String name, Duration value) {
        if (value.toDays() < 1 || !value.equals(Duration.ofDays(value.toDays()))) {
            throw InvalidSetting.of(name, value, "a number of days, at least one, such as 180d");
        }
    }

    static void address(String name, String value) {
        if (!value.matches("[^\\s@<>]+@[^\\s@<>]+")) {
            throw InvalidSetting.of(name, value, "an e-mail address");
        }
    }

    static void notBlank(String name, @Nullable String secret) {
        if (secret != null && secret.isBlank()) {
            throw InvalidSetting.secret(name, "at least one character that is not blank");
        }
    }

    static void addressRanges(String name, List<String> ranges) {
        for (String range : ranges) {
            try {
                DenyList.parse(range, false);
            } catch (IllegalArgumentException e) {
                throw InvalidSetting.of(
                        name, range, "IP addresses, networks (10.0.0.0/8) or ranges (10.0.0.1-10.0.0.9)");
            }
        }
    }
}
