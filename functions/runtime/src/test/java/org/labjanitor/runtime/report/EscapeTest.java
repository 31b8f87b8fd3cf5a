package org.labjanitor.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<script>,&lt;script&gt;",
                "a & b,a &amp; b",
                "&lt;,&amp;lt;",
                "\" onload=x,&quot; onload=x",
                "it's,it&#39;s",
                "]]>,]]&gt;"
            })
    void markupBecomesText(String text, String escaped) {
        assertThat(escaped(text)).isEqualTo(escaped);
    }

    @Test
    void whatHidesOrReordersIsShownAsAReplacement() {
        assertThat(escaped("free \u202Eexe.coffee")).isEqualTo("free \uFFFDexe.coffee");
        assertThat(escaped("a\u2066b\u200Bc\uFEFFd\u0000e\u2028f\uE000g"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(escaped("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void lettersOfTheWorldAndEmojiStay() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertThat(escaped("Ünïcødé 漢字 עברית " + family)).isEqualTo("Ünïcødé 漢字 עברית " + family);
    }

    @Test
    void noCharacterAtAllCanBecomeMarkup() {
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            all.appendCodePoint(codePoint);
        }

        assertThat(
                        escaped(all.toString())
                                .replaceAll("&(amp|lt|gt|quot|#39);", "")
                                .chars()
                                .filter(c -> "<>\"'&".indexOf(c) >= 0))
                .isEmpty();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        Escape.append(text, out);
        return out.toString();
    }
}
