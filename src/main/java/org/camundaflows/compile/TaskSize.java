package org.camundaflows.compile;

import java.util.Arrays;
import java.util.List;

/** The size of a task: 100 x 80 pixels, or more for its whole name to fit. */
record TaskSize(int width, int height) {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 80;
    private static final int WIDE = 220;
    private static final int STEP = 20;
    private static final int FONT = 12;
    private static final double LINE = 14.4;
    /** Left and right: the modeler's padding of 7 on each side, and some reserve for other fonts. */
    private static final int PADDING = 20;
    /** A long word needs a pixel of reserve for so many of its own. */
    private static final int RESERVE = 40;

    static TaskSize of(String label) {
        List<Integer> words = Arrays.stream(label.split(" "))
                .map(word -> TextSize.width(word, FONT))
                .toList();
        int space = TextSize.width(" ", FONT);
        int longest = words.stream()
                .mapToInt(word -> word + word / RESERVE + PADDING)
                .max()
                .orElse(0);
        int width = even(Math.max(WIDTH, longest));
        while (width < WIDE && height(words, space, width) > HEIGHT) {
            width += STEP;
        }
        return new TaskSize(width, Math.max(HEIGHT, height(words, space, width)));
    }

    private static int height(List<Integer> words, int space, int width) {
        return even((int) Math.ceil(TextSize.lines(words, space, width - PADDING) * LINE) + 8);
    }

    /** Even sizes have their centre on a whole pixel. */
    private static int even(int size) {
        return size + size % 2;
    }
}
