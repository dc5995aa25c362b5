package org.camundaflows.operations.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.camundaflows.security.AddressGuard;

/**
 * Gives the client judged addresses only. The client connects to what it gets here and asks nobody else, so there is no
 * moment between check and connection in which a name could change its address.
 */
record GuardedDnsResolver(AddressGuard guard) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return guard.resolve(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
