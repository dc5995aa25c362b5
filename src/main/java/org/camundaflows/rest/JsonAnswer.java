package org.camundaflows.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.json.Json;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers in JSON, written as flows see it rather than by the framework's own mapper. */
final class JsonAnswer {

    private static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private JsonAnswer() {}

    static ResponseEntity<String> of(int status, JsonNode body) {
        return headers(ResponseEntity.status(status))
                .header(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .body(Json.write(body));
    }

    static ResponseEntity<String> empty() {
        return headers(ResponseEntity.noContent()).build();
    }

    static ResponseEntity<String> of(ErrorAnswer error) {
        return of(error.status(), error.body());
    }

    private static <B extends ResponseEntity.HeadersBuilder<?>> B headers(B answer) {
        answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").header(HttpHeaders.VARY, "Origin, Cache-Control");
        return answer;
    }
}
