package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Options;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses of an option: text such as {@code a@b.org, Bob <b@c.org>}, an object with {@code address} and
 * {@code name}, or an array of these.
 */
final class Addresses {

    private final String option;
    private final List<InternetAddress> found = new ArrayList<>();

    private Addresses(String option) {
        this.option = option;
    }

    /** @return the addresses; none when the option is absent, null or blank */
    static List<InternetAddress> read(Options options, String option) throws UndeliverableException {
        Addresses addresses = new Addresses(option);
        if (!options.isNothing(option)) {
            addresses.add(options.raw(option));
        }
        return List.copyOf(addresses.found);
    }

    private void add(JsonNode value) throws UndeliverableException {
        if (value.isArray()) {
            for (JsonNode element : value) {
                add(element);
            }
        } else if (value.path("address").isTextual()) {
            String name = value.path("name").asText("");
            found.add(address(value.path("address").textValue(), name));
        } else {
            for (String part : AddressParts.split(Json.display(value))) {
                found.add(parse(part));
            }
        }
    }

    private InternetAddress parse(String text) throws UndeliverableException {
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, false);
            if (parsed.length == 1 && !parsed[0].isGroup()) {
                return address(parsed[0].getAddress(), parsed[0].getPersonal());
            }
        } catch (AddressException e) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private InternetAddress address(String address, @Nullable String name) throws UndeliverableException {
        try {
            InternetAddress checked = new InternetAddress(asciiDomain(address));
            checked.validate();
            if (name != null && !name.isBlank()) {
                HeaderText.check(option, name);
                checked.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return checked;
        } catch (AddressException | UnsupportedEncodingException | IllegalArgumentException e) {
            throw invalid(address);
        }
    }

    private static String asciiDomain(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    private UndeliverableException invalid(String text) {
        return new UndeliverableException("No mail address in \"" + option + "\": " + text, null);
    }
}
