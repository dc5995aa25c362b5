package org.camundaflows.operations.notify;

/** Tells by mail what a user was notified of. */
@FunctionalInterface
public interface NotificationMails {

    /**
     * Sends a mail in the background; failures are only logged.
     *
     * @param message Markdown; empty for none
     */
    void send(String address, String subject, String message);
}
