package org.camundaflows.operations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.camundaflows.json.DateValue;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {

    @TempDir
    Path root;

    private Path folder;
    private MailTemplates templates;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(root.resolve("templates"));
        templates = new MailTemplates(new MailSettings(
                "",
                "Shop & Co",
                "#123456",
                "https://shop.example/logo.png",
                "https://shop.example",
                folder,
                false,
                null));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".liquid");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String render(String name, String data) throws Exception {
        return templates.render(name, Json.parse(data));
    }

    @Test
    void theBaseTemplateShowsHtmlAndProject() throws Exception {
        assertThat(render("base", "{\"html\": \"<p>Dear Ada & Co</p>\"}"))
                .contains(
                        "<p>Dear Ada & Co</p>",
                        "Shop &amp; Co",
                        "#123456",
                        "\"https://shop.example/logo.png\"",
                        "href=\"https://shop.example\"");
    }

    @Test
    void projectValuesCanBeReplacedByData() throws Exception {
        assertThat(render("base", "{\"projectName\": \"Other\", \"projectLogo\": \"\"}"))
                .contains("Other")
                .doesNotContain("Shop", "<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password-reset", "user-invitation", "user-registration"})
    void theBuiltInTemplatesStandInTheBaseTemplateAndEscapeTheirData(String name) throws Exception {
        assertThat(render(name, "{\"url\": \"https://a.b/?c=1&d=\\\"\", \"email\": \"<ada@example.com>\"}"))
                .startsWith("<!doctype html>")
                .contains("href=\"https://a.b/?c=1&amp;d=&quot;\"", "&lt;ada@example.com&gt;", "</html>")
                .doesNotContain("{%", "{{");
    }

    @Test
    void ownTemplatesComeFirst() throws Exception {
        write("base", "mine {{ html }}");
        write("shop/order", "{% for line in lines %}[{{ line.name }} {{ line.price }}]{% endfor %}{{ nothing }}");

        assertThat(render("base", "{\"html\": \"x\"}")).isEqualTo("mine x");
        assertThat(render("shop/order", "{\"lines\": [{\"name\": \"a\", \"price\": 12.50}, {\"name\": \"b\"}]}"))
                .isEqualTo("[a 12.5][b ]");
    }

    @Test
    void changesAreSeenAtOnce() throws Exception {
        write("news", "one");
        assertThat(render("news", "{}")).isEqualTo("one");
        write("news", "two");
        assertThat(render("news", "{}")).isEqualTo("two");
    }

    @Test
    void aTemplateFillsTheBlocksOfItsLayout() throws Exception {
        write(
                "frame",
                "<{% block head %}H{% endblock %}|{% block body %}B{% endblock %}|{% block foot %}F{% endblock %}>");
        write("middle", "{% layout 'frame' %}{% block head %}mh{% endblock %}{% block body %}m{{ x }}{% endblock %}");
        write(
                "page",
                "{% layout \"middle\" %} lost {% block body %}p{{ x }}{% block inner %}i{% endblock %}{% endblock %}");

        assertThat(render("frame", "{}")).isEqualTo("<H|B|F>");
        assertThat(render("middle", "{\"x\": 1}")).isEqualTo("<mh|m1|F>");
        assertThat(render("page", "{\"x\": 1}")).isEqualTo("<mh|p1i|F>");
    }

    @Test
    void whatStandsOutsideBlocksFillsTheUnnamedBlock() throws Exception {
        write("frame", "<{% block %}none{% endblock %}>");
        write("page", "{% layout name %}text");

        assertThat(render("page", "{\"name\": \"frame\"}")).isEqualTo("<text>");
    }

    @Test
    void templatesIncludeOthers() throws Exception {
        write("parts/sign", "Yours, {{ projectName }}");
        write("page", "{% include 'parts/sign' %} {% include 'parts/sign.liquid' %}");

        assertThat(render("page", "{}")).isEqualTo("Yours, Shop & Co Yours, Shop & Co");
    }

    @Test
    void datesErrorsAndOtherValuesAreTexts() throws Exception {
        write("page", "{{ d }} {{ e.message }} {{ n }} {{ b }} {{ big }} {{ half }}");
        var data = Json.mapper().createObjectNode();
        data.set("d", new DateValue(Instant.EPOCH).toNode());
        data.set("e", ErrorValue.plain("Error", "boom").toNode());
        data.putNull("n").put("b", true).put("big", 12345678901234567L).put("half", Double.NaN);

        assertThat(templates.render("page", data))
                .isEqualTo("1970-01-01T00:00:00.000Z boom  true 12345678901234567 NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[1]", "\"x\""})
    void dataThatIsNoObjectIsIgnored(String data) throws Exception {
        write("page", "{{ projectColor }}");

        assertThat(render("page", data)).isEqualTo("#123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "../secret",
                "shop/../../secret",
                "..",
                ".",
                "/etc/hostname",
                "..\\secret",
                "shop//x",
                ".hidden",
                "a\u0000b",
                "../mail-templates/base",
                "link"
            })
    void namesLeadNowhereElse(String name) throws Exception {
        Files.writeString(root.resolve("secret.liquid"), "secret");
        Files.writeString(folder.resolve(".hidden.liquid"), "secret");
        Files.createSymbolicLink(folder.resolve("link.liquid"), root.resolve("secret.liquid"));

        assertThatThrownBy(() -> render(name, "{}"))
                .isInstanceOf(UndeliverableException.class)
                .hasMessage("Invalid payload. Template \"" + name + "\" doesn't exist.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include '../secret' %}",
                "{% layout '../secret' %}",
                "{% include_relative '../secret.liquid' %}",
                "{% if %}",
                "{% bogus %}",
                "{% layout %}",
                "{% include 'page' %}",
                "{% layout 'page' %}",
                "{% for i in (1..1000000) %}{% for j in (1..1000000) %}x{% endfor %}{% endfor %}"
            })
    void faultyTemplatesAreUndeliverable(String text) throws Exception {
        Files.writeString(root.resolve("secret.liquid"), "secret");
        write("page", text);

        assertThatThrownBy(() -> render("page", "{}")).isInstanceOf(UndeliverableException.class);
    }

    @Test
    void dataIsNoTemplate() throws Exception {
        JsonNode data = Json.mapper().createObjectNode().put("html", "{{ projectName }}{% include 'x' %}");

        assertThat(templates.render("base", data)).contains("{{ projectName }}{% include 'x' %}");
    }
}
