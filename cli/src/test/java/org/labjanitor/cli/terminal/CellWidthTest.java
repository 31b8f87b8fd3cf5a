package org.labjanitor.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellWidthTest {
    @Test
    void aLatinLetterTakesOneCell() {
        assertThat(CellWidth.of("janitor")).isEqualTo(7);
        assertThat(CellWidth.of("Größe")).isEqualTo(5);
    }

    @Test
    void anEastAsianWideCharacterTakesTwo() {
        assertThat(CellWidth.of("実験サーバー")).isEqualTo(12);
        assertThat(CellWidth.of("한국어")).isEqualTo(6);
    }

    @Test
    void aCombiningMarkTakesNone() {
        assertThat(CellWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void anEmojiCountsOnceHoweverManyCharactersItIsMadeOf() {
        assertThat(CellWidth.of("🚀")).isEqualTo(2);
        assertThat(CellWidth.of("👩\u200D🔬")).isEqualTo(2);
        assertThat(CellWidth.of("👍🏽")).isEqualTo(2);
        assertThat(CellWidth.of("❤\uFE0F")).isEqualTo(2);
    }

    @Test
    void aBeginningNeverCutsAWideCharacterInTwo() {
        assertThat(CellWidth.beginning("実験", 3)).isEqualTo("実");
        assertThat(CellWidth.beginning("a🚀b", 2)).isEqualTo("a");
    }
}
