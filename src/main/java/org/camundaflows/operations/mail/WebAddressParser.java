package org.camundaflows.operations.mail;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds web addresses without brackets, as GitHub-flavoured Markdown does: from {@code http://}, {@code https://},
 * {@code ftp://} or {@code www.} to the next blank or {@code <}, less closing punctuation.
 */
final class WebAddressParser implements InlineContentParser {

    private static final List<String> STARTS = List.of("https://", "http://", "ftp://", "www.");
    private static final Pattern CLOSING_ENTITY = Pattern.compile("&[A-Za-z0-9]+;$");

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        if (STARTS.stream().noneMatch(prefix -> skip(scanner, prefix)) || !isHostCharacter(scanner.peek())) {
            return ParsedInline.none();
        }
        Position host = scanner.position();
        skipToEnd(scanner);
        String rest = scanner.getSource(host, scanner.position()).getContent();
        int end = rest.length() - trailing(rest);
        scanner.setPosition(host);
        for (int i = 0; i < end; i++) {
            scanner.next();
        }
        String address = scanner.getSource(start, scanner.position()).getContent();
        return ParsedInline.of(new WebAddress(address), scanner.position());
    }

    private static boolean skip(Scanner scanner, String prefix) {
        Position start = scanner.position();
        for (int i = 0; i < prefix.length(); i++) {
            char expected = prefix.charAt(i);
            char found = scanner.peek();
            if (found != expected && (prefix.equals("www.") || Character.toLowerCase(found) != expected)) {
                scanner.setPosition(start);
                return false;
            }
            scanner.next();
        }
        return true;
    }

    /** Stops before {@code ](} too: there ends the text of a link that shows an address. */
    private static void skipToEnd(Scanner scanner) {
        while (scanner.hasNext() && !Character.isWhitespace(scanner.peek()) && scanner.peek() != '<') {
            if (scanner.peek() == ']') {
                Position bracket = scanner.position();
                scanner.next();
                if (scanner.peek() == '(' || scanner.peek() == '[') {
                    scanner.setPosition(bracket);
                    return;
                }
            } else {
                scanner.next();
            }
        }
    }

    private static boolean isHostCharacter(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-');
    }

    /** How many characters at the end are punctuation of the sentence, among them parentheses opened outside. */
    private static int trailing(String address) {
        long open = address.chars().filter(c -> c == '(').count();
        long closed = address.chars().filter(c -> c == ')').count();
        Matcher entity = CLOSING_ENTITY.matcher(address);
        int end = entity.find() ? entity.start() : address.length();
        while (end > 0) {
            char last = address.charAt(end - 1);
            if (last == ')' && closed > open) {
                closed--;
            } else if ("?!.,:;*_'\"~".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return address.length() - end;
    }

    /** Makes a parser per text, as the library wants it. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('h', 'H', 'f', 'F', 'w');
        }

        @Override
        public InlineContentParser create() {
            return new WebAddressParser();
        }
    }
}
