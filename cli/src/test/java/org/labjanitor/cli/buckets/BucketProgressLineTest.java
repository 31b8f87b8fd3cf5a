package org.labjanitor.cli.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.buckets.emptying.EmptyingProgress;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.StatusLine;

class BucketProgressLineTest {
    private static final String BACK = "\r\u001b[K";

    private final StringWriter written = new StringWriter();
    private final PrintWriter terminal = new PrintWriter(written);
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void lookingIsToldByWhatIsJudged() {
        try (BucketProgressLine progress = progress(80)) {
            progress.found(3);
            progress.judged(2, 3);
        }

        assertThat(lines())
                .containsExactly(
                        "Looking: 3 buckets, 0 judged", "Looking: 3 buckets, 2 judged", "");
    }

    @Test
    void severalBucketsAreToldInOneSum() {
        try (BucketProgressLine progress = progress(120)) {
            progress.removing("lab-a");
            progress.removing("lab-b");
            pass(Duration.ofSeconds(2));
            progress.progress("lab-a", new EmptyingProgress(5000, 2000, 0, 0, false));
            progress.progress("lab-b", new EmptyingProgress(1000, 1000, 0, 3, true));
            progress.settled("lab-b");
            progress.progress("lab-a", new EmptyingProgress(6000, 3000, 2, 0, true));
        }

        assertThat(lines())
                .containsExactly(
                        "Emptying 1 bucket, 0 settled",
                        "Emptying 2 buckets, 0 settled",
                        "Emptying 2 buckets, 0 settled: 2,000 of at least 5,000 keys deleted, 1,000 keys/s",
                        "Emptying 2 buckets, 0 settled: 3,000 of at least 6,000 keys deleted, 1,500 keys/s, 3 x SlowDown",
                        "Emptying 2 buckets, 1 settled: 3,000 of at least 6,000 keys deleted, 1,500 keys/s, 3 x SlowDown",
                        "Emptying 2 buckets, 1 settled: 4,000 of 7,000 keys deleted (57 %), 2,000 keys/s, 1 s left, 2 refused, 3 x SlowDown",
                        "");
    }

    @Test
    void aWishToStopIsAnsweredAtOnce() {
        try (BucketProgressLine progress = progress(80)) {
            progress.removing("lab-a");
            progress.stopping();
        }

        assertThat(lines())
                .contains("Stopping, Ctrl-C again quits at once: Emptying 1 bucket, 0 settled");
    }

    @Test
    void theLineNeverReachesTheEdgeWhereItWouldWrap() {
        try (BucketProgressLine progress = progress(60)) {
            progress.progress("lab-a", new EmptyingProgress(500_000_000, 400_000_000, 0, 0, false));
        }

        assertThat(lines()).allSatisfy(line -> assertThat(CellWidth.of(line)).isLessThan(60));
    }

    private List<String> lines() {
        List<String> lines =
                List.of(written.toString().split(java.util.regex.Pattern.quote(BACK), -1));
        return lines.subList(1, lines.size());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private BucketProgressLine progress(int width) {
        return new BucketProgressLine(
                new StatusLine(terminal, new Screen(terminal, width, true, false)), () -> now);
    }
}
