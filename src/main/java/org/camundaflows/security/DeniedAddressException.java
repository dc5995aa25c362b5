package org.camundaflows.security;

import java.net.UnknownHostException;

/** A host was asked for whose address must not be reached. */
public final class DeniedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    DeniedAddressException(String host) {
        super("Requested domain \"" + host + "\" resolves to a denied IP address");
    }
}
