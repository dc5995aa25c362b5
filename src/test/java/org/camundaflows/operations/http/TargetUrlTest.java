package org.camundaflows.operations.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camundaflows.operation.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¤',
            value = {
                "/a b/é?q=two words&e=%20x § /a%20b/%C3%A9?q=two%20words&e=%20x",
                "/a%zz%41%e9%4 § /a%25zz%41%e9%254",
                "/a/../b/./c%2e%2e/%2e%2E/d § /b/d",
                "/a/b/.. § /a/",
                "/a/b/. § /a/b/",
                "/../../etc § /etc",
                "/q?a[b]=1&c={\"x\":1}|^`'<>\"#frag § /q?a[b]=1&c=%7B%22x%22:1%7D|^%60'%3C%3E%22",
                "?x=1 § /?x=1",
                "#x § /",
                "?a=/../b\\c § /?a=/../b\\c",
                "\\a\\b § /a/b",
                "/😀 § /%F0%9F%98%80",
            })
    void thePathIsEncodedWhereNeeded(String given, String path) {
        assertThat(TargetUrl.parse("http://example.com" + given).path()).isEqualTo(path);
    }

    @Test
    void anUnpairedSurrogateBecomesTheReplacementCharacter() {
        assertThat(TargetUrl.parse("http://example.com/\ud800").path()).isEqualTo("/%EF%BF%BD");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, http, example.com, 80, example.com",
        "HTTPS://EXAMPLE.com/x, https, example.com, 443, example.com",
        "http://example.com:80/, http, example.com, 80, example.com",
        "http://example.com:/, http, example.com, 80, example.com",
        "http://example.com:8080/, http, example.com, 8080, example.com:8080",
        "https://example.com:80/, https, example.com, 80, example.com:80",
        "http://bücher.example/, http, xn--bcher-kva.example, 80, xn--bcher-kva.example",
        "http://ex%61mple.com/, http, example.com, 80, example.com",
        "http://localhost./, http, localhost., 80, localhost.",
        "http://a_b.example/, http, a_b.example, 80, a_b.example",
        "http://127.1/, http, 127.0.0.1, 80, 127.0.0.1",
        "http://2130706433/, http, 127.0.0.1, 80, 127.0.0.1",
        "http://0x7f.1/, http, 127.0.0.1, 80, 127.0.0.1",
        "http://0177.0.0.1/, http, 127.0.0.1, 80, 127.0.0.1",
        "http://１２７.0.0.1/, http, 127.0.0.1, 80, 127.0.0.1",
        "http://[::1]:8080/, http, ::1, 8080, [::1]:8080",
        "http://[::FFFF:127.0.0.1]/, http, ::ffff:127.0.0.1, 80, [::ffff:127.0.0.1]",
        "http://good.example\\@evil.example/, http, good.example, 80, good.example",
        "http://good.example#@evil.example/, http, good.example, 80, good.example",
        "http://good.example?@evil.example/, http, good.example, 80, good.example",
        "http://good.example@evil.example/, http, evil.example, 80, evil.example",
        "http://a@b@evil.example/, http, evil.example, 80, evil.example",
    })
    void theHostIsReadAsBrowsersReadIt(String url, String scheme, String host, int port, String authority) {
        TargetUrl target = TargetUrl.parse(url);

        assertThat(target.scheme()).isEqualTo(scheme);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.port()).isEqualTo(port);
        assertThat(target.authority()).isEqualTo(authority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a url",
                "undefined",
                "null",
                "/x",
                "//x/y",
                "http:",
                "http://",
                "http:///x",
                "http:/x",
                "http:x",
                "http://a b/",
                " http://x",
                "http://x:99999/",
                "http://x:ab/",
                "http://x:1:2/",
                "http://[::g]/",
                "http://[::1/",
                "http://::1/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://exa%20mple.com/",
                "http://%00/",
                "http://a%2fb/",
                "http://a^b/",
                "http://[::1%25lo]/",
                "http://u@/",
                "http://:80/",
                "http://%ff/",
                "http://x:1234567890/",
            })
    void whatIsNoUrlIsRefused(String text) {
        assertThatThrownBy(() -> TargetUrl.parse(text))
                .isInstanceOf(Rejection.class)
                .hasMessage("Invalid URL");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://x, ftp",
        "localhost:80/x, localhost",
        "file:///etc/passwd, file",
        "'data:text/plain,hi', data",
        "JavaScript:1, javascript",
        "gopher://127.0.0.1, gopher",
        "jar:http://x!/, jar",
    })
    void otherProtocolsAreRefused(String text, String scheme) {
        assertThatThrownBy(() -> TargetUrl.parse(text))
                .isInstanceOf(Rejection.class)
                .hasMessage("Unsupported protocol " + scheme + ":");
    }

    @ParameterizedTest
    @CsvSource({
        "/to, http://example.com:81/to",
        "to, http://example.com:81/dir/to",
        "../to?x=1, http://example.com:81/to?x=1",
        "?x=1, http://example.com:81/dir/file?x=1",
        "'', http://example.com:81/dir/file?q",
        "#f, http://example.com:81/dir/file?q",
        "//other.example/x, http://other.example/x",
        "\\\\other.example/x, http://other.example/x",
        "/\\other.example/x, http://other.example/x",
        "https://other.example/x, https://other.example/x",
        "' /to ', http://example.com:81/to",
        "/a b, http://example.com:81/a%20b",
    })
    void aRedirectMayBeRelative(String location, String expected) {
        TargetUrl target = TargetUrl.parse("http://example.com:81/dir/file?q").resolve(location);

        assertThat(target.scheme() + "://" + target.authority() + target.path()).isEqualTo(expected);
    }

    @Test
    void aRedirectIsReadAsUtf8() {
        assertThat(TargetUrl.parse("http://example.com/")
                        .resolve("/\u00c3\u00a9")
                        .path())
                .isEqualTo("/%C3%A9");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/, http://a.example/x, true",
        "http://a.example/, https://a.example/x, true",
        "https://a.example/, http://a.example/x, false",
        "http://a.example/, http://b.example/x, false",
        "http://a.example/, http://sub.a.example/x, false",
        "http://a.example/, http://a.example:81/x, false",
        "http://a.example:8080/, https://a.example/x, false",
        "http://127.0.0.1/, http://127.1/x, true",
    })
    void credentialsStayWithTheirServer(String from, String to, boolean shared) {
        assertThat(TargetUrl.parse(from).mayShareSecretsWith(TargetUrl.parse(to)))
                .isEqualTo(shared);
    }
}
