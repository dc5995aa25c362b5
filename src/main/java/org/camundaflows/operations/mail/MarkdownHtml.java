package org.camundaflows.operations.mail;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns GitHub-flavoured Markdown into HTML that is safe to show. Thread-safe. */
final class MarkdownHtml {

    /** Longer texts are refused: the cost of some hostile texts grows with the square of their length. */
    static final int MAX_LENGTH = 256 * 1024;

    /** What is nested deeper is text: visitors of the document recurse. */
    private static final int MAX_NESTING = 100;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final SafeHtml safe = new SafeHtml();

    MarkdownHtml() {
        var dialect = List.of(TablesExtension.create(), StrikethroughExtension.create());
        parser = Parser.builder()
                .customInlineContentParserFactory(new WebAddressParser.Factory())
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING)
                .postProcessor(new BareLinks())
                .postProcessor(new TaskItems())
                .extensions(dialect)
                .build();
        renderer = HtmlRenderer.builder()
                .extensions(dialect)
                .percentEncodeUrls(true)
                .build();
    }

    /** @throws IllegalArgumentException if the text is too long */
    String render(String markdown) {
        if (markdown.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "The Markdown text is longer than " + MAX_LENGTH + " characters: " + markdown.length());
        }
        return safe.sanitize(renderer.render(parser.parse(markdown)));
    }
}
