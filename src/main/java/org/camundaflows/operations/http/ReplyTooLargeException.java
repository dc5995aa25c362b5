package org.camundaflows.operations.http;

import java.io.IOException;

/** An answer is larger than allowed. */
final class ReplyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ReplyTooLargeException(long limit) {
        super("maxContentLength size of " + limit + " exceeded");
    }
}
