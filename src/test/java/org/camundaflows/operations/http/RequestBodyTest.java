package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            nullValues = "-",
            value = {
                "{\"a\": [1, null]}     | -                               | application/json | {\"a\":[1,null]}",
                "[1, 2]                 | -                               | application/json | [1,2]",
                "null                   | -                               | application/json | null",
                "5                      | -                               | application/json | 5",
                "true                   | -                               | application/json | true",
                "\"words\"              | -                               | " + FORM + "     | words",
                "\"\"                   | -                               | " + FORM + "     | §§",
                "\" \"                  | -                               | " + FORM + "     | § §",
                "\"5\"                  | -                               | application/json | 5",
                "\" {\\\"a\\\":  1} \"  | -                               | application/json | {\"a\":  1}",
                "\" {\\\"a\\\":  1} \"  | text/plain                      | text/plain       | § {\"a\":  1} §",
                "\"words\"              | application/json                | application/json | \"words\"",
                "\"\"                   | application/json                | application/json | \"\"",
                "\"words\"              | application/json; charset=utf-8 | application/json; charset=utf-8 | \"words\"",
                "\"words\"              | application/vnd.api+json        | application/vnd.api+json | words",
                "{\"a\": 1}             | text/plain                      | text/plain       | {\"a\":1}",
                "5                      | text/plain                      | text/plain       | 5",
                "null                   | text/plain                      | text/plain       | -",
                "null                   | Application/JSON                | Application/JSON | null",
                "9007199254740993       | -                               | application/json | 9007199254740993",
            })
    void isWrittenByItsContentType(String body, String given, String type, String text) throws Exception {
        assertThat(RequestBody.of(Json.parse(body), given, "POST")).isEqualTo(new RequestBody(type, text));
    }

    @ParameterizedTest
    @CsvSource({"POST, " + FORM, "PUT, " + FORM, "PATCH, " + FORM, "GET,", "DELETE,", "SEARCH,"})
    void withoutBodySomeMethodsSayForm(String method, String type) {
        assertThat(RequestBody.of(MissingNode.getInstance(), null, method)).isEqualTo(new RequestBody(type, null));
    }

    @Test
    void aGetMayHaveABody() throws Exception {
        assertThat(RequestBody.of(Json.parse("{\"a\":1}"), null, "GET"))
                .isEqualTo(new RequestBody("application/json", "{\"a\":1}"));
        assertThat(RequestBody.of(Json.parse("\"words\""), null, "GET")).isEqualTo(new RequestBody(null, "words"));
    }

    @Test
    void aDateIsSentAsItsIsoText() {
        assertThat(RequestBody.of(new DateValue(Instant.EPOCH).toNode(), null, "POST")
                        .text())
                .isEqualTo("\"1970-01-01T00:00:00.000Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"a\":1,\"b\":\"x y\",\"c\":[1,2],\"d\":{\"e\":\"f\"}} | a=1&b=x+y&c%5B%5D=1&c%5B%5D=2&d%5Be%5D=f",
                "{\"a\":null,\"b\":true,\"c\":[],\"d\":{},\"n\":1.50,\"s\":\"\"} | b=true&n=1.5&s=",
                "{\"e\":[{\"x\":1},{\"y\":[1,null]}]} | e%5B0%5D%5Bx%5D=1&e%5B1%5D%5By%5D%5B0%5D=1",
                "{\"a\":[[1,2],[3]],\"b[]\":[1]} | a%5B0%5D%5B0%5D=1&a%5B0%5D%5B1%5D=2&a%5B1%5D%5B0%5D=3&b%5B%5D=1",
                "{\"k k\":\"é&=~*!()'%:$,[]\"} | k+k=%C3%A9%26%3D%7E*%21%28%29%27%25%3A%24%2C%5B%5D",
                "[1,{\"a\":2}] | 0=1&1%5Ba%5D=2",
            })
    void objectsBecomeAFormWhenAsked(String body, String form) throws Exception {
        assertThat(RequestBody.of(Json.parse(body), FORM, "POST")).isEqualTo(new RequestBody(FORM, form));
    }
}
