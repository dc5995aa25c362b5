package org.camundaflows.operations.http;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.OperationType;
import org.camundaflows.operation.Option;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.security.AddressGuard;

/**
 * Sends an HTTP request and keeps {@code {status, statusText, headers, data}} (specification: operations, request).
 * Answers other than 2xx reject with the same members; no answer rejects with {@code {name, message, code}}.
 */
public final class RequestOperation implements Operation, AutoCloseable {

    private static final OperationType TYPE = new OperationType(
            "request",
            "Webhook / Request URL",
            "http",
            "Sends an HTTP request and keeps the answer.",
            true,
            List.of(
                    Option.of("method", "Method", Option.Kind.TEXT, "The HTTP method; others than these are allowed.")
                            .withDefault("GET")
                            .withChoices("GET", "POST", "PATCH", "DELETE"),
                    Option.of("url", "URL", Option.Kind.TEXT, "An http or https address; encoded where needed.")
                            .asRequired(),
                    Option.of("headers", "Headers", Option.Kind.LIST, "A list of {\"header\", \"value\"}."),
                    Option.of(
                            "body",
                            "Request Body",
                            Option.Kind.LONG_TEXT,
                            "Sent as JSON if it is JSON, unless the header Content-Type says otherwise.")));

    private final RequestLimits limits;
    private final Transport transport;
    private final ScheduledThreadPoolExecutor timers;

    /** @param guard judges every address before a connection is made to it */
    public RequestOperation(AddressGuard guard, RequestLimits limits) {
        this.limits = limits;
        this.transport = new Transport(guard, limits);
        this.timers = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "flows-request-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public OperationType type() {
        return TYPE;
    }

    @Override
    public Result run(Options options, OperationContext context) {
        OutgoingRequest request = OutgoingRequest.of(options);
        try (Deadline deadline = new Deadline(limits.totalTime(), timers)) {
            return follow(request, deadline).result();
        }
    }

    @Override
    public void close() throws IOException {
        timers.shutdownNow();
        transport.close();
    }

    /** @throws Rejection if there are too many redirects, or no answer */
    private Reply follow(OutgoingRequest first, Deadline deadline) {
        OutgoingRequest request = first;
        for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
            Reply reply = transport.send(request, deadline);
            if (reply.location() == null) {
                return reply;
            }
            request = request.redirected(reply.status(), reply.location());
        }
        throw RequestErrors.tooManyRedirects();
    }
}
