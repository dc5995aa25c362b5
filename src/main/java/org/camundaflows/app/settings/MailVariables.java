package org.camundaflows.app.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** The mail server as {@code EMAIL_TRANSPORT} and {@code EMAIL_SMTP_*} describe it. */
final class MailVariables {

    private static final String SMTP = "spring.mail.properties.mail.smtp.";

    private final Variables variables;

    MailVariables(Variables variables) {
        this.variables = variables;
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        variables.find("EMAIL_TRANSPORT").ifPresent(transport -> transport.oneOf(Map.of("smtp", "smtp")));
        variables.find("EMAIL_SMTP_HOST").ifPresent(host -> properties.put("spring.mail.host", host.text()));
        variables.find("EMAIL_SMTP_PORT").ifPresent(port -> properties.put("spring.mail.port", port.port()));
        variables.find("EMAIL_SMTP_NAME").ifPresent(name -> properties.put(SMTP + "localhost", name.text()));
        putSignIn(properties);
        putEncryption(properties);
        // Connections are opened per mail; the switch is checked so that a typing error is not passed over.
        variables.find("EMAIL_SMTP_POOL").ifPresent(Variable::flag);
        return properties;
    }

    private void putSignIn(Map<String, String> properties) {
        variables.find("EMAIL_SMTP_USER").ifPresent(user -> {
            properties.put("spring.mail.username", user.text());
            properties.put(SMTP + "auth", "true");
        });
        variables
                .find("EMAIL_SMTP_PASSWORD")
                .ifPresent(password -> properties.put("spring.mail.password", password.text()));
    }

    private void putEncryption(Map<String, String> properties) {
        variables.find("EMAIL_SMTP_SECURE").ifPresent(secure -> properties.put(SMTP + "ssl.enable", secure.flag()));
        variables
                .find("EMAIL_SMTP_IGNORE_TLS")
                .ifPresent(ignore ->
                        properties.put(SMTP + "starttls.enable", ignore.flag().equals("true") ? "false" : "true"));
    }
}
