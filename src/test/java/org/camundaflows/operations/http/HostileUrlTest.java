package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camundaflows.hostile.HostileJson;
import org.camundaflows.json.ValueBounds;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileUrlTest {

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> start =
                Arbitraries.of("http://", "https://", "http:\\\\", "HTTP://u:p@", "http://[", "file:", "");
        Arbitrary<String> rest = Arbitraries.oneOf(
                Arbitraries.strings().withChars("a0.:/\\@[]%2eE?#&\t\n ").ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(15));
        return Combinators.combine(start, rest).as(String::concat);
    }

    @Property(tries = 3000)
    void anyTextIsAUrlOrRejected(@ForAll("urls") String text) {
        Throwable thrown = catchThrowable(() -> TargetUrl.parse(text));

        assertThat(thrown == null || thrown instanceof Rejection)
                .as("%s", thrown)
                .isTrue();
    }

    /** What goes on the wire names the host that was checked, and can hold no further header. */
    @Property(tries = 3000)
    void whatIsSentIsReadAsTheSameHost(@ForAll("urls") String text) {
        if (catchThrowable(() -> TargetUrl.parse(text)) == null) {
            TargetUrl url = TargetUrl.parse(text);

            assertThat(url.authority() + url.path()).doesNotContainPattern("[\\x00-\\x20\\x7f-\\uffff]");
            assertThat(TargetUrl.parse(url.scheme() + "://" + url.authority() + url.path()))
                    .isEqualTo(new TargetUrl(url.scheme(), null, url.host(), url.port(), url.path()));
            assertThat(URI.create(url.scheme() + "://" + url.authority()).getPort())
                    .isIn(-1, url.port());
        }
    }

    @Property(tries = 1000)
    void anyRedirectLeadsToAUrlOrIsRejected(@ForAll("urls") String location) {
        TargetUrl base = TargetUrl.parse("https://example.com/a/b?c");
        Throwable thrown = catchThrowable(() -> base.resolve(location));

        assertThat(thrown == null || thrown instanceof Rejection)
                .as("%s", thrown)
                .isTrue();
    }

    @Provide
    Arbitrary<ObjectNode> options() {
        return HostileJson.objects(List.of("method", "url", "headers", "body", "header", "value"));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyOptionsMakeARequestOrAreRejected(@ForAll("options") ObjectNode options) {
        options.put("url", "https://example.com");
        Throwable thrown = catchThrowable(() -> OutgoingRequest.of(new Options(options)));

        assertThat(thrown == null || thrown instanceof Rejection)
                .as("%s: %s", options, thrown)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ".", "../", "@", "%", "%2e%2e/", ":", "[", "?", "#", "a", "\ud800", "é.", " "})
    void aMillionCharactersAreReadSoon(String piece) {
        for (String start : List.of("http://", "http://example.com/", "http://example.com/?")) {
            String text = start + piece.repeat(1_000_000 / piece.length());
            Throwable thrown = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> catchThrowable(() -> TargetUrl.parse(text)));
            assertThat(thrown == null || thrown instanceof Rejection)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "text/plain"})
    void deepBodiesAreWritten(String type) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("url", "https://example.com").put("method", "POST");
        options.putArray("headers").addObject().put("header", "Content-Type").put("value", type);
        options.set("body", HostileJson.nested(ValueBounds.DEPTH, "a"));
        Throwable thrown = catchThrowable(() -> OutgoingRequest.of(new Options(options)));

        assertThat(thrown == null || thrown instanceof Rejection)
                .as("%s", thrown)
                .isTrue();
    }
}
