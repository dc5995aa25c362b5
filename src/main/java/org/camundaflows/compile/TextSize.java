package org.camundaflows.compile;

/** How much room a text takes, measured with a wide sans-serif font, so that it fits with most. */
final class TextSize {

    /** Advances of the characters from space to tilde, in hundredths of the font size. */
    private static final int[] ADVANCES = {
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
        84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99,
        69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52,
        39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
    };

    private static final int OTHER = 100;
    private static final int IDEOGRAPH = 140;
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private TextSize() {}

    /** The width in pixels, rounded up. */
    static int width(String text, int fontSize) {
        int hundredths = text.codePoints().map(TextSize::advance).sum();
        return (hundredths * fontSize + 99) / 100;
    }

    private static int advance(int c) {
        if (c >= ' ' && c <= '~') {
            return ADVANCES[c - ' '];
        }
        return c < FIRST_IDEOGRAPH ? OTHER : IDEOGRAPH;
    }
}
