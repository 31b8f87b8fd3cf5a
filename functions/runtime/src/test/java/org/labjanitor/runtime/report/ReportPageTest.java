package org.labjanitor.runtime.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Contents;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.Deletions;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

class ReportPageTest {
    private final ReportPage page = new ReportPage();

    @Test
    void theWeightiestComesFirstAndSettingsAndCallsLast() {
        assertThat(text(SampleRun.withOneOfEverything().result()))
                .containsSubsequence(
                        "Clean-up of lab instances",
                        "Partial",
                        "111122223333",
                        "24 Nov 2026, 14:05 UTC",
                        "Saved by this run",
                        "$560.64",
                        "1 instance: $560.64 certain",
                        "May still go",
                        "2 instances: $35.04 certain, $280.32 estimated",
                        "Saved so far",
                        "$4,120.50",
                        "31 removed since 25 Sep 2026, in part estimated",
                        "Examined",
                        "1 not examined",
                        "Not examined",
                        "eu-central-1",
                        "no answer",
                        "Messages that were not accepted",
                        "bob@example.org",
                        "Instances",
                        "guarded",
                        "k8s-sandbox",
                        "jupyter-chen",
                        "thin-data",
                        "web-1",
                        "Went without the janitor",
                        "i-went-by-itself",
                        "Settings in force",
                        "Lab tag",
                        "15 AWS calls",
                        "CloudWatch:GetMetricData",
                        "1f3a-77");
    }

    @Test
    void anItemShowsItsReasonItsEvidenceAndWhatBecameOfIt() {
        assertThat(
                        text(
                                new SampleRun()
                                        .and(SampleRun.removed("i-1", "a", "560.64", true))
                                        .result()))
                .containsSubsequence(
                        "Removed",
                        "idle",
                        "a",
                        "i-1",
                        "m5.large, us-east-1a",
                        "ada@example.org",
                        "peak 76 %",
                        "30 days",
                        "25 Oct 2026",
                        "$560.64",
                        "terminated",
                        "Quiet for 120 h, and its longest pause",
                        "Evidence",
                        "longest pause: 17 h",
                        "CloudWatch CPUUtilization, 24 Nov 2026, 14:05 UTC",
                        "stays behind: volume vol-1, $8.00 a month");
    }

    @Test
    void aWarningShowsItsDeadline() {
        String html = page.of(new SampleRun().and(SampleRun.warned("i-1", "a", "9.10")).result());

        assertThat(html)
                .contains(
                        "not before <time datetime=\"2026-11-25T12:05:03Z\">25 Nov 2026, 12:05 UTC</time>")
                .contains("warned 24 Nov 2026, 12:05 UTC");
    }

    @Test
    void aPriceThatIsNotKnownIsNeverAZero() {
        String html = page.of(new SampleRun().and(SampleRun.unknown("i-1", "a")).result());

        assertThat(html)
                .contains("<td class=\"cost\" data-n=\"-1\">?</td>")
                .contains("price: the price table has no x9.huge");
    }

    @Test
    void theCourseOfACpuIsDrawnWithItsThresholdItsQuietAndItsHoles() {
        Instant start = SampleRun.NOW.minus(Duration.ofHours(16));
        CpuHistory history =
                new CpuHistory(
                        start,
                        Duration.ofHours(4),
                        new float[] {100, Float.NaN, 4, 4},
                        5,
                        start.plus(Duration.ofHours(8)));
        String html =
                page.of(new SampleRun().and(SampleRun.refused("i-1", "a").with(history)).result());

        assertThat(html)
                .contains(
                        "aria-label=\"CPU over 16 h: highest 100 %, quiet since 24 Nov 2026, 06:05 UTC\"")
                .contains("<rect class=\"quiet\" x=\"176\" width=\"4\"")
                .contains("class=\"load\" d=\"M172 36v-36h2V36zM176 36v-7h4V36z\"")
                .contains("class=\"limit\" d=\"M0 28h180\"");
    }

    @Test
    void bucketsShowTheirSizeInsteadOfACpu() {
        ResultItem bucket =
                new ResultItem(
                        new Resource(
                                "lab-ana",
                                null,
                                "eu-west-1",
                                null,
                                "bucket",
                                null,
                                SampleRun.NOW.minus(Duration.ofDays(150))),
                        SampleRun.idle(),
                        Action.DELETE,
                        Outcome.REMOVED,
                        "",
                        new Priced(new BigDecimal("2.23"), true),
                        List.of(),
                        new Contents(4_600, Map.of("STANDARD", 206_000_000_000L), SampleRun.NOW),
                        new Deletions(4_600, 0, 2, 206_000_000_000L));
        RunResult run = ofBuckets(bucket);

        assertThat(text(run))
                .containsSubsequence(
                        "Clean-up of lab buckets",
                        "1 bucket: $2.23 certain",
                        "lab-ana",
                        "eu-west-1",
                        "206 GB",
                        "4,600 objects",
                        "150 days",
                        "deleted; 4,600 versions (206 GB), 2 open uploads")
                .doesNotContain("peak");
    }

    @Test
    void whatWasStoppedSaysSo() {
        assertThat(text(new SampleRun().stopped("Every one is idle at once.").result()))
                .containsSubsequence(
                        "Failed", "Stopped: nothing was removed", "Every one is idle at once.");
    }

    @Test
    void aPageWithoutItemsSaysSoAndHasNoTable() {
        assertThat(page.of(new SampleRun().result()))
                .contains("No lab instances were found.")
                .doesNotContain("<table");
    }

    @Test
    void hostileTextStaysText() {
        String hostile = SampleRun.HOSTILE;
        Verdict verdict =
                new Verdict.Keep(
                        KeepReason.KEEP_TAG,
                        new Explanation(
                                hostile, List.of(new Fact(hostile, hostile, hostile, null))));
        String html =
                page.of(
                        new SampleRun()
                                .and(
                                        SampleRun.item(
                                                SampleRun.resource(
                                                        "i-1", hostile, "us-east-1", hostile),
                                                verdict,
                                                Action.NONE,
                                                Outcome.REFUSED,
                                                hostile,
                                                new Priced(BigDecimal.ONE, true)))
                                .notExamined(hostile, hostile)
                                .stopped(hostile)
                                .result());

        assertThat(html)
                .contains("&lt;script&gt;window.struck=1&lt;/script&gt;&quot;&#39;&gt;&lt;img")
                .contains("\uD83D\uDE80")
                .doesNotContain("<script>window", "<img", "\u202E");
        assertThat(html.split("<script", -1)).hasSize(2);
    }

    @Test
    void aPlaceholderInATagIsNotFilledIn() {
        assertThat(page.of(new SampleRun().notExamined("{{script}} $1", "\\{{style}}").result()))
                .contains("<b>{{script}} $1</b>: \\{{style}}");
    }

    @Test
    void nothingRunsAndNothingLoadsButWhatThePolicyNamesByItsHash()
            throws NoSuchAlgorithmException {
        String html = page.of(SampleRun.withOneOfEverything().result());
        String policy = found(html, "Content-Security-Policy\" content=\"([^\"]+)\"");

        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("style-src '" + hash(found(html, "(?s)<style>(.*?)</style>")) + "';")
                .contains("script-src '" + hash(found(html, "(?s)<script>(.*?)</script>")) + "';");
        assertThat(html)
                .doesNotContain("src=", "http:", "https:", "@import", " style=", " onclick=")
                .doesNotContain("url(");
    }

    @Test
    void theMostThatALabHasMakesAPageThatABrowserHolds() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 5_000; i++) {
            run.and(SampleRun.removed("i-%017x".formatted(i), "machine-" + i, "70.08", true));
        }

        assertThat(page.of(run.result()).length()).isLessThan(9_000_000);
    }

    private static RunResult ofBuckets(ResultItem item) {
        return new RunResult(
                "buckets",
                "run-1",
                Mode.CLEAN,
                SampleRun.ACCOUNT,
                SampleRun.NOW,
                SampleRun.NOW,
                Map.of(),
                List.of("eu-west-1"),
                List.of(item),
                List.of(),
                null,
                false,
                Map.of(),
                Correspondence.none());
    }

    /** The page's words, without its markup. */
    private String text(RunResult result) {
        return page.of(result)
                .replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", "")
                .replaceAll("<small[^>]*>", " ")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ");
    }

    private static String found(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
