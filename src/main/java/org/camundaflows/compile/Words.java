package org.camundaflows.compile;

import java.util.Arrays;
import java.util.List;

/**
 * A text as a modeler breaks it into lines: after spaces and hyphens.
 *
 * @param space width of a space
 */
record Words(List<Word> words, int space) {

    /** @param head width up to the first hyphen, of the whole word when it has none */
    record Word(int width, int head) {}

    static Words of(String text, int fontSize) {
        return new Words(
                Arrays.stream(text.split(" "))
                        .map(word -> new Word(
                                TextSize.width(word, fontSize),
                                TextSize.width(word.substring(0, word.indexOf('-') + 1), fontSize)))
                        .map(word -> word.head() == 0 ? new Word(word.width(), word.width()) : word)
                        .toList(),
                TextSize.width(" ", fontSize));
    }

    int longest() {
        return words.stream().mapToInt(Word::width).max().orElse(0);
    }

    int lines(int width) {
        return lines(width, false);
    }

    /** Whether a line of this width would end inside of a word, at its hyphen. */
    boolean breaksWord(int width) {
        return lines(width, true) < 0;
    }

    /** The number of lines, or -1 for words that are broken when {@code whole} is asked for. */
    private int lines(int width, boolean whole) {
        int lines = 1;
        int used = -space;
        for (Word word : words) {
            if (used + space + word.width() > width && used > 0) {
                if (whole && used + space + word.head() <= width) {
                    return -1;
                }
                lines++;
                used = -space;
            }
            used += space + word.width();
        }
        return lines;
    }
}
