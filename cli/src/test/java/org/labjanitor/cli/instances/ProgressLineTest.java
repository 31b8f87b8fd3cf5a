package org.labjanitor.cli.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.StatusLine;

class ProgressLineTest {
    private static final String BACK = "\r\u001b[K";

    private final StringWriter written = new StringWriter();
    private final PrintWriter terminal = new PrintWriter(written);

    @Test
    void oneLineIsWrittenOverAndWipedOutAtTheEnd() {
        try (ProgressLine progress = progress(80)) {
            progress.found("us-east-1", 3);
            progress.judged("us-east-1", 2, 3);
            progress.found("eu-west-1", 4);
            progress.examined("us-east-1", 1);
        }

        assertThat(written.toString())
                .isEqualTo(
                        BACK
                                + "Looking: 3 instances in 1 Region, 0 judged, 0 may go"
                                + BACK
                                + "Looking: 3 instances in 1 Region, 2 judged, 0 may go"
                                + BACK
                                + "Looking: 7 instances in 2 Regions, 2 judged, 0 may go"
                                + BACK
                                + "Looking: 7 instances in 2 Regions, 3 judged, 1 may go"
                                + BACK);
    }

    @Test
    void removalIsToldByWhatIsSettled() {
        try (ProgressLine progress = progress(80)) {
            progress.lookingAgain("us-east-1", 5);
            progress.judged("us-east-1", 5, 5);
            progress.removing("us-east-1", 4);
            progress.observed("us-east-1", 4, 4);
        }

        assertThat(written.toString())
                .isEqualTo(
                        BACK
                                + "Looking again and removing: 0 of 5 settled"
                                + BACK
                                + "Looking again and removing: 0 of 4 settled"
                                + BACK
                                + "Looking again and removing: 4 of 4 settled"
                                + BACK);
    }

    @Test
    void theLineNeverReachesTheEdgeWhereItWouldWrap() {
        try (ProgressLine progress = progress(20)) {
            progress.found("us-east-1", 1000);
        }

        assertThat(written.toString()).contains("Looking: 1000 inst…");
    }

    @Test
    void nothingIsWrittenWhereNothingHappened() {
        progress(80).close();

        assertThat(written.toString()).isEmpty();
    }

    private ProgressLine progress(int width) {
        return new ProgressLine(new StatusLine(terminal, new Screen(terminal, width, true, false)));
    }
}
