package org.camundaflows.compile;

/** The size of a task: 100 x 80 pixels, or more for its whole name to fit. */
record TaskSize(int width, int height) {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 80;
    private static final int WIDE = 220;
    private static final int STEP = 20;
    private static final int FONT = 12;
    private static final double LINE = 14.4;
    /** Above and below the text: the icon is at the top, the boundary event reaches into the bottom. */
    private static final int ABOVE_AND_BELOW = 36;
    /** Left and right, what the modeler keeps free. */
    private static final int PADDING = 14;
    /** Reserve for other fonts, and a long word needs a pixel more for so many of its own. */
    private static final int RESERVE = 6;

    private static final int RESERVE_PART = 40;

    static TaskSize of(String label) {
        Words words = Words.of(label, FONT);
        int longest = words.longest();
        int narrow = even(Math.max(WIDTH, longest + longest / RESERVE_PART + RESERVE + PADDING));
        int width = narrow;
        while (width < Math.max(WIDE, narrow + 2 * STEP) && !fits(words, width)) {
            width += STEP;
        }
        return new TaskSize(width, Math.max(HEIGHT, height(words, width)));
    }

    private static boolean fits(Words words, int width) {
        return height(words, width) <= HEIGHT
                && !words.breaksWord(width - PADDING)
                && !words.breaksWord(width - PADDING - RESERVE);
    }

    private static int height(Words words, int width) {
        return even((int) Math.ceil(words.lines(width - PADDING - RESERVE) * LINE) + ABOVE_AND_BELOW);
    }

    /** Even sizes have their centre on a whole pixel. */
    private static int even(int size) {
        return size + size % 2;
    }
}
