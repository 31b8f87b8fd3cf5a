package org.labjanitor.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalProbeTest {
    private static final String ALL = "in,out,err";

    @Test
    void withoutALauncherNothingIsATerminal() {
        TerminalTraits traits = new TerminalProbe(Map.of(), new Properties()).traits();

        assertThat(traits).isEqualTo(new TerminalTraits(100, false, true, false, false, false));
    }

    @Test
    void theLauncherTellsWhichStreamsAreTerminalsAndHowWideTheyAre() {
        TerminalTraits traits = probe(Map.of("LANG", "en_US.UTF-8"), "in,err", "132").traits();

        assertThat(traits).isEqualTo(new TerminalTraits(132, true, true, false, true, true));
    }

    @Test
    void columnsOfTheEnvironmentWin() {
        assertThat(probe(Map.of("COLUMNS", "90"), ALL, "132").traits().width()).isEqualTo(90);
    }

    @Test
    void theWidthStaysWithinWhatCanBeRead() {
        assertThat(probe(Map.of(), ALL, "20").traits().width()).isEqualTo(60);
        assertThat(probe(Map.of(), ALL, "500").traits().width()).isEqualTo(160);
        assertThat(probe(Map.of(), ALL, "wide").traits().width()).isEqualTo(100);
    }

    @Test
    void theStrongestLocaleVariableDecidesAboutUtf8() {
        assertThat(unicode(Map.of("LANG", "de_DE.utf8"))).isTrue();
        assertThat(unicode(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C"))).isFalse();
        assertThat(unicode(Map.of("LC_CTYPE", "C.UTF-8", "LC_ALL", ""))).isTrue();
    }

    @Test
    void noColorAndADumbTerminalTurnColoursOff() {
        assertThat(probe(Map.of("NO_COLOR", "1"), ALL, "80").traits().colours()).isFalse();
        assertThat(probe(Map.of("NO_COLOR", ""), ALL, "80").traits().colours()).isTrue();
        assertThat(probe(Map.of("TERM", "dumb"), ALL, "80").traits().colours()).isFalse();
    }

    private static boolean unicode(Map<String, String> environment) {
        return probe(environment, ALL, "80").traits().unicode();
    }

    private static TerminalProbe probe(
            Map<String, String> environment, String terminals, String columns) {
        Properties properties = new Properties();
        properties.setProperty("janitor.terminals", terminals);
        properties.setProperty("janitor.columns", columns);
        return new TerminalProbe(environment, properties);
    }
}
