package org.labjanitor.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    private final SafeText unicode = new SafeText(true, Glyphs.unicode());
    private final SafeText ascii = new SafeText(false, Glyphs.ascii());

    @Test
    void ordinaryTextPassesUnchanged() {
        assertThat(unicode.of("web-1 (実験 🚀, Größe)")).isEqualTo("web-1 (実験 🚀, Größe)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J", // clears the screen
                "\u009b2J", // the same in one character
                "\u0007", // bell
                "\b\b\b",
                "\u007f",
                "\u202Eexe.txt", // right to left
                "\u2066", // isolate
                "a\u200Bb", // zero width
                "\uFEFF",
                "\uE000", // private use
                "\uD83D", // half of a pair
                "\u2028"
            })
    void nothingThatSteersOrHidesReachesTheTerminal(String hostile) {
        String safe = unicode.of(hostile);

        assertThat(safe.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        assertThat(safe).contains("\uFFFD");
    }

    @Test
    void linesBecomeOne() {
        assertThat(unicode.of("first\nsecond\tthird")).isEqualTo("first second third");
    }

    @Test
    void withoutUtf8OnlyAsciiRemains() {
        assertThat(ascii.of("Größe: 5 … 実")).isEqualTo("Gr??e: 5 ... ?");
    }
}
