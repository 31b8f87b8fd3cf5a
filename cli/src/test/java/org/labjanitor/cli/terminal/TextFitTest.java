package org.labjanitor.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFitTest {
    private final TextFit fit = new TextFit(Glyphs.unicode());

    @Test
    void shortTextIsFilledUpOnEitherSide() {
        assertThat(fit.left("ab", 4)).isEqualTo("ab  ");
        assertThat(fit.right("ab", 4)).isEqualTo("  ab");
        assertThat(fit.left("実", 4)).isEqualTo("実  ");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        assertThat(fit.left("jupyter-notebook", 8)).isEqualTo("jupyter…");
        assertThat(fit.left("実験サーバー", 8)).isEqualTo("実験サ… ");
    }

    @Test
    void textWrapsBetweenWords() {
        assertThat(fit.wrap("Quiet for six days and a bit", 12))
                .containsExactly("Quiet for", "six days and", "a bit");
    }

    @Test
    void aNumberStaysWithItsUnit() {
        assertThat(fit.wrap("twice that is 35 h.", 18)).containsExactly("twice that is", "35 h.");
        assertThat(fit.wrap("only 83 % of it", 7)).containsExactly("only", "83 % of", "it");
    }

    @Test
    void aWordLongerThanTheLineIsBroken() {
        assertThat(fit.wrap("see abcdefghij now", 4))
                .containsExactly("see", "abcd", "efgh", "ij", "now");
    }

    @Test
    void nothingGivesNoLine() {
        assertThat(fit.wrap("  ", 10)).isEmpty();
    }
}
