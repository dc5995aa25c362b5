package org.camundaflows.compile;

/** What texts look like inside an XML document and in a modeler. */
final class XmlText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** The engine's columns take 255 characters. */
    private static final int LONGEST_LABEL = 250;

    private XmlText() {}

    /** Whether an XML document can hold the text and give it back unchanged. */
    static boolean isXml(String text) {
        return text.codePoints().allMatch(XmlText::isXml);
    }

    /** Whether a modeler would take the text for an empty one. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK);
    }

    /** The text on one line, without what XML cannot hold; may be blank. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(isXml(c) && !Character.isWhitespace(c) ? c : ' '));
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    /** What a diagram shows of a text: {@link #line}, cut where the engine cannot keep more; empty instead of blank. */
    static String label(String text) {
        String line = line(text);
        if (isBlank(line)) {
            return "";
        }
        return line.codePointCount(0, line.length()) <= LONGEST_LABEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0xD800 && (c < 0x7F || c > 0x9F))
                || (c >= 0xE000 && c < 0xFFFE)
                || c >= 0x10000;
    }
}
