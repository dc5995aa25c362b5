package org.camundaflows.operations.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.camundaflows.operation.Rejection;
import org.camundaflows.security.AddressGuard;
import org.camundaflows.security.DeniedAddressException;

/** Names what went wrong on the way to a target by the codes that flows know. */
record NetworkFault(TargetUrl url, AddressGuard guard, RequestLimits limits) {

    Rejection of(IOException fault, Deadline deadline) {
        // The client's own timeouts are as long as the total time and may come a moment earlier.
        if (deadline.isExpired() || fault instanceof SocketTimeoutException) {
            return RequestErrors.network(
                    "ECONNABORTED", "timeout of " + limits.totalTime().toMillis() + "ms exceeded");
        }
        if (fault instanceof DeniedAddressException denied) {
            return RequestErrors.network(null, Objects.requireNonNull(denied.getMessage()));
        }
        if (fault instanceof UnknownHostException) {
            return RequestErrors.network("ENOTFOUND", "getaddrinfo ENOTFOUND " + url.host());
        }
        if (fault instanceof ReplyTooLargeException) {
            return RequestErrors.network("ERR_BAD_RESPONSE", Objects.requireNonNull(fault.getMessage()));
        }
        if (fault instanceof SSLException) {
            return tls(fault);
        }
        return fault instanceof SocketException ? connection(fault) : answer(fault);
    }

    private static Rejection tls(IOException fault) {
        String code = fault instanceof SSLPeerUnverifiedException ? "ERR_TLS_CERT_ALTNAME_INVALID" : "EPROTO";
        String message = fault.getMessage();
        if (message != null && message.contains("PKIX")) {
            code = "UNABLE_TO_VERIFY_LEAF_SIGNATURE";
            message = "unable to verify the first certificate";
        }
        return RequestErrors.network(code, message == null ? "TLS failed" : message);
    }

    private Rejection connection(IOException fault) {
        if (fault instanceof NoRouteToHostException) {
            return connect("EHOSTUNREACH");
        }
        if (fault instanceof ConnectException) {
            String message = Objects.requireNonNullElse(fault.getMessage(), "");
            if (message.contains("timed out")) {
                return connect("ETIMEDOUT");
            }
            return connect(message.contains("unreachable") ? "ENETUNREACH" : "ECONNREFUSED");
        }
        return RequestErrors.network("ECONNRESET", "read ECONNRESET");
    }

    private static Rejection answer(IOException fault) {
        if (fault instanceof NoHttpResponseException) {
            return RequestErrors.network("ECONNRESET", "socket hang up");
        }
        if (fault instanceof ConnectionClosedException || fault instanceof TruncatedChunkException) {
            return RequestErrors.network("ECONNRESET", "aborted");
        }
        if (fault instanceof ZipException) {
            return RequestErrors.network("Z_DATA_ERROR", "incorrect header check");
        }
        if (fault instanceof EOFException) {
            return RequestErrors.network("Z_BUF_ERROR", "unexpected end of file");
        }
        if (fault instanceof MessageConstraintException) {
            return RequestErrors.network("HPE_HEADER_OVERFLOW", "Parse Error: Header overflow");
        }
        return RequestErrors.network("ERR_BAD_RESPONSE", "Parse Error: the answer is not HTTP");
    }

    private Rejection connect(String code) {
        return RequestErrors.network(code, "connect " + code + " " + address() + ":" + url.port());
    }

    /** The address of an own look-up; the system answers it from its cache. */
    private String address() {
        try {
            return url.host().indexOf(':') >= 0 ? url.host() : guard.resolve(url.host())[0].getHostAddress();
        } catch (UnknownHostException e) {
            return url.host();
        }
    }
}
