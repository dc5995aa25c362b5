package org.camundaflows.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A received mail in the form of the cases: addresses as text, hidden recipients, subject and bodies. */
final class MailView {

    private final MimeMessage message;
    private final List<String> recipients = new ArrayList<>();

    MailView(MimeMessage message) {
        this.message = message;
    }

    void deliveredTo(String recipient) {
        recipients.add(recipient);
    }

    JsonNode toJson() {
        try {
            return read();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode read() throws MessagingException, IOException {
        List<InternetAddress> to = addresses("To");
        List<InternetAddress> cc = addresses("Cc");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("to", texts(to));
        json.set("cc", texts(cc));
        json.set("bcc", hidden(to, cc));
        json.set("replyTo", texts(addresses("Reply-To")));
        json.put(
                "from",
                String.join(", ", addresses("From").stream().map(MailView::text).toList()));
        json.put("subject", message.getSubject());
        json.put("html", body(message, "text/html"));
        json.put("text", body(message, "text/plain"));
        return json;
    }

    private List<InternetAddress> addresses(String header) throws MessagingException {
        String value = message.getHeader(header, ",");
        return value == null ? List.of() : List.of(InternetAddress.parseHeader(value, false));
    }

    private ArrayNode hidden(List<InternetAddress> to, List<InternetAddress> cc) {
        Set<String> named = new HashSet<>();
        to.forEach(address -> named.add(address.getAddress().toLowerCase(Locale.ROOT)));
        cc.forEach(address -> named.add(address.getAddress().toLowerCase(Locale.ROOT)));
        ArrayNode hidden = JsonNodeFactory.instance.arrayNode();
        recipients.stream()
                .filter(recipient -> !named.contains(recipient.toLowerCase(Locale.ROOT)))
                .forEach(hidden::add);
        return hidden;
    }

    private static ArrayNode texts(List<InternetAddress> addresses) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        addresses.forEach(address -> texts.add(text(address)));
        return texts;
    }

    private static String text(InternetAddress address) {
        String name = address.getPersonal();
        return name == null || name.isBlank() ? address.getAddress() : name + " <" + address.getAddress() + ">";
    }

    private static @Nullable String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                String body = body(parts.getBodyPart(i), type);
                if (body != null) {
                    return body;
                }
            }
            return null;
        }
        return part.isMimeType(type) ? part.getContent().toString().replace("\r\n", "\n") : null;
    }
}
