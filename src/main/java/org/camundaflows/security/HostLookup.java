package org.camundaflows.security;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks a name service. */
@FunctionalInterface
public interface HostLookup {

    /** @throws UnknownHostException if the name has no address */
    InetAddress[] lookup(String host) throws UnknownHostException;
}
