package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    @Test
    void plainWordsStayPlain() {
        assertThat(CommandText.of("janitor", "report").and("--region", "us-east-1,eu-west-1"))
                .hasToString("janitor report --region us-east-1,eu-west-1");
    }

    @Test
    void whatTheShellWouldReadIsQuoted() {
        assertThat(CommandText.of("janitor", "--reason", "it's $HOME; rm", ""))
                .hasToString("janitor --reason 'it'\\''s $HOME; rm' ''");
    }

    @Test
    void whatBelongsToOneRunIsLeftBehind() {
        assertThat(
                        CommandText.of("janitor")
                                .andLasting(List.of("--json", "--profile", "lab", "-v")))
                .hasToString("janitor --profile lab");
    }
}
