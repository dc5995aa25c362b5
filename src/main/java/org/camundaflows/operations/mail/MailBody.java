package org.camundaflows.operations.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camundaflows.json.ErrorValue;
import org.camundaflows.json.Json;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.jspecify.annotations.Nullable;

/** Makes the HTML of a mail from the options {@code type}, {@code body}, {@code template} and {@code data}. */
final class MailBody {

    private static final String DEFAULT_TEMPLATE = "base";

    private final MarkdownHtml markdown = new MarkdownHtml();
    private final MailTemplates templates;

    MailBody(MailTemplates templates) {
        this.templates = templates;
    }

    /**
     * The HTML, every line trimmed; null for a mail without HTML.
     *
     * @throws Rejection if there is no Markdown to convert, or the options cannot be read
     * @throws UndeliverableException if the template is missing or faulty
     */
    @Nullable
    String html(Options options) throws UndeliverableException {
        String html =
                switch (options.raw("type").asText("")) {
                    case "template" -> template(options);
                    case "wysiwyg" -> text(options);
                    default -> markdown(options);
                };
        return html.isEmpty() ? null : HtmlLines.trim(html);
    }

    private String template(Options options) throws UndeliverableException {
        String name = options.raw("template").asText("");
        JsonNode data = options.isNothing("data") ? MissingNode.getInstance() : options.object("data");
        return templates.render(name.isEmpty() ? DEFAULT_TEMPLATE : name, data);
    }

    private String markdown(Options options) {
        if (options.raw("body").isMissingNode()) {
            throw new Rejection(ErrorValue.plain("Error", "A mail of type \"markdown\" needs a \"body\""));
        }
        return markdown.render(text(options));
    }

    /** The body; empty when it is missing, JSON when it is no text. */
    private static String text(Options options) {
        JsonNode body = options.raw("body");
        if (body.isMissingNode()) {
            return "";
        }
        return body.isTextual() ? body.textValue() : Json.write(body);
    }
}
