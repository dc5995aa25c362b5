package org.camundaflows.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camundaflows.FlowSketch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Directus is plainly at fault, runs here do what its documentation promises. */
class DeviationTest {

    private static final HttpServer STUB = stub();

    private final FlowServer server = FlowServer.shared();

    /** Answers with numbers, and with the content type it was sent. */
    private static HttpServer stub() {
        try {
            HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            stub.createContext("/numbers", exchange -> reply(exchange, "{\"id\":9223372036854775809,\"price\":2.50}"));
            stub.createContext(
                    "/type",
                    exchange -> reply(
                            exchange,
                            "[\""
                                    + String.join(
                                            "|", exchange.getRequestHeaders().get("Content-Type")) + "\"]"));
            stub.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reply(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterAll
    static void stop() {
        STUB.stop(0);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + STUB.getAddress().getPort() + path;
    }

    private static FlowSketch flow(String name) {
        return FlowSketch.webhook("deviation: " + name).option("return", "$last");
    }

    /** Answers with {@code "held"} or with what the condition rejects with. */
    private static Deviation condition(String name, String filter) {
        return Deviation.of(
                name,
                flow(name)
                        .step("check", "condition", "{\"filter\":" + filter + "}")
                        .transform("held", "[\"held\"]"));
    }

    private static String failed(String field, String path, String type, String operand) {
        return "[{\"name\":\"DirectusError\",\"extensions\":{\"field\":\"" + field + "\",\"path\":" + path
                + ",\"type\":\"" + type + "\"" + operand + "},\"code\":\"FAILED_VALIDATION\",\"status\":400}]";
    }

    static Stream<Deviation> conditions() {
        String second = "{\"$trigger\":{\"body\":{\"lines\":{\"1\":{\"sku\":{\"_eq\":\"B\"}}}}}}";
        String between = "{\"$trigger\":{\"body\":{\"age\":{\"_nbetween\":[18,65]}}}}";
        String ends = "{\"$trigger\":{\"body\":{\"file\":{\"_ends_with\":\".txt\"}}}}";
        String contains = "{\"$trigger\":{\"body\":{\"tags\":{\"_contains\":\"urgent\"}}}}";
        return Stream.of(
                condition("a number names an entry", second)
                        .body("{\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B\"}]}")
                        .answers("[\"held\"]"),
                condition("a missing entry is a missing value", second)
                        .body("{\"lines\":[{\"sku\":\"B\"}]}")
                        .answers(failed("$trigger", "[\"body\",\"lines\",\"1\"]", "required", "")),
                Deviation.of(
                                "$last may be an array",
                                flow("last")
                                        .transform("list", "[{\"done\":false},{\"done\":true}]")
                                        .step(
                                                "check",
                                                "condition",
                                                "{\"filter\":{\"$last\":{\"1\":{\"done\":{\"_eq\":true}}}}}")
                                        .transform("held", "[\"held\"]"))
                        .answers("[\"held\"]"),
                condition("outside of a range, above", between)
                        .body("{\"age\":66}")
                        .answers("[\"held\"]"),
                condition("outside of a range, below", between)
                        .body("{\"age\":17}")
                        .answers("[\"held\"]"),
                condition("a text without the operator's end", ends)
                        .body("{\"file\":\"\"}")
                        .answers(failed("$trigger", "[\"body\",\"file\"]", "ends_with", ",\"substring\":\"\\\\.txt\"")),
                condition("an array without the value", contains)
                        .body("{\"tags\":[\"late\"]}")
                        .answers(failed("$trigger", "[\"body\",\"tags\"]", "contains", ",\"substring\":\"urgent\"")),
                condition("a filter as text", "\"{\\\"$trigger\\\":{\\\"body\\\":{\\\"n\\\":{\\\"_gt\\\":2}}}}\"")
                        .body("{\"n\":3}")
                        .answers("[\"held\"]"),
                Deviation.of(
                                "a filter as broken text",
                                flow("broken filter")
                                        .step("check", "condition", "{\"filter\":\"{\\\"$trigger\\\":\"}")
                                        .otherwise("told", "transform", "{\"json\":[\"{{check.name}}\"]}"))
                        .answers("[\"SyntaxError\"]"));
    }

    static Stream<Deviation> values() {
        return Stream.of(
                Deviation.of(
                                "transform under its older name",
                                flow("payload").step("a", "transform", "{\"payload\":{\"sum\":3}}"))
                        .answers("{\"sum\":3}"),
                Deviation.of(
                                "the current name wins",
                                flow("both names")
                                        .step("a", "transform", "{\"payload\":{\"sum\":3},\"json\":{\"sum\":4}}"))
                        .answers("{\"sum\":4}"),
                Deviation.of(
                                "a thrown object is kept",
                                flow("thrown")
                                        .step(
                                                "a",
                                                "exec",
                                                "{\"code\":\"module.exports = () => { throw { reason: 'full', left: 0 }; };\"}"))
                        .answers("{\"reason\":\"full\",\"left\":0}")
                        .records("/steps/0/status", "\"reject\""),
                Deviation.of(
                                "scripts see all of an error",
                                flow("error in script")
                                        .step(
                                                "a",
                                                "throw-error",
                                                "{\"code\":\"sold_out\",\"status\":\"410\",\"message\":\"none left\"}")
                                        .otherwise(
                                                "b",
                                                "exec",
                                                "{\"code\":\"module.exports = ({ a }) => [a.name, a.message, a.code, a.status, typeof a.extensions, a instanceof Error];\"}"))
                        .answers("[\"DirectusError\",\"none left\",\"SOLD_OUT\",410,\"undefined\",true]"));
    }

    static Stream<Deviation> requests() {
        return Stream.of(
                Deviation.of(
                                "numbers keep their digits",
                                flow("numbers")
                                        .step(
                                                "a",
                                                "request",
                                                "{\"method\":\"GET\",\"url\":\"" + url("/numbers") + "\"}")
                                        .transform("b", "[\"{{a.data.id}} {{a.data.price}}\"]"))
                        .answers("[\"9223372036854775809 2.5\"]"),
                Deviation.of(
                                "a content type in any spelling wins",
                                flow("content type")
                                        .step(
                                                "a",
                                                "request",
                                                "{\"method\":\"POST\",\"url\":\"" + url("/type")
                                                        + "\",\"headers\":[{\"header\":\"content-TYPE\",\"value\":\"text/csv\"}],\"body\":\"{}\"}")
                                        .transform("b", "\"{{a.data}}\""))
                        .answers("[\"text/csv\"]"),
                Deviation.of(
                                "export is a parameter like any other",
                                flow("export").transform("a", "[\"{{$trigger.query.export}}\"]"))
                        .query("?export=csv")
                        .answers("[\"csv\"]"));
    }

    static Stream<Deviation> records() {
        return Stream.of(
                Deviation.of("secrets in arrays are hidden", flow("arrays").transform("a", "[1]"))
                        .body(
                                "{\"orders\":[{\"payload\":{\"token\":\"t0p-s3cret\"}}],\"payload\":[{\"password\":\"pw-9931\"}]}")
                        .answers("[1]")
                        .records(
                                "/data/$trigger/body",
                                "{\"orders\":[{\"payload\":{\"token\":\"--redacted--\"}}],\"payload\":[{\"password\":\"--redacted--\"}]}"),
                Deviation.of(
                                "secrets in options are hidden",
                                flow("options")
                                        .transform(
                                                "a",
                                                "{\"payload\":{\"token\":\"{{$trigger.body.payload.token}}\"},\"other\":1}"))
                        .body("{\"payload\":{\"token\":\"t0p-s3cret\"}}")
                        .answers("{\"payload\":{\"token\":\"t0p-s3cret\"},\"other\":1}")
                        .records("/steps/0/options/json", "{\"payload\":{\"token\":\"--redacted--\"},\"other\":1}"));
    }

    @ParameterizedTest
    @MethodSource({"conditions", "values", "requests", "records"})
    void runsDoWhatIsPromised(Deviation deviation) {
        server.deploy(deviation.flow());

        HttpResponse<String> answer = server.send(server.request("/flows/trigger/"
                        + deviation.flow().id() + deviation.call().query())
                .header("Content-Type", "application/json")
                .method(
                        deviation.call().method(),
                        BodyPublishers.ofString(deviation.call().body())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FlowSketch.parse(answer.body())).isEqualTo(deviation.answer());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        if (!deviation.pointer().isEmpty()) {
            JsonNode run = server.ended(deviation.flow(), 1);
            assertThat(run.at(deviation.pointer())).isEqualTo(deviation.recorded());
        }
    }
}
