package org.labjanitor.runtime.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Correspondence;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.Warning;
import org.labjanitor.runtime.settings.Mode;

/** A clean-up with one of everything, put together piece by piece. */
final class SampleRun {
    static final Instant NOW = Instant.parse("2026-11-24T14:05:03Z");
    static final String ACCOUNT = "111122223333";
    static final String HOSTILE =
            "<script>window.struck=1</script>\"'><img src=x onerror=window.struck=1>\u202Egpj.exe \uD83D\uDE80";

    private final List<ResultItem> items = new ArrayList<>();
    private final List<NotExamined> gaps = new ArrayList<>();
    private Correspondence correspondence = Correspondence.none();
    private @Nullable String stopped;

    static SampleRun withOneOfEverything() {
        return new SampleRun()
                .and(removed("i-removed", "k8s-sandbox", "560.64", true))
                .and(warned("i-warned", "jupyter-chen", "280.32"))
                .and(unknown("i-unknown", "thin-data"))
                .and(kept("i-kept", "web-1", "us-east-1", "ada@example.org"))
                .and(kept("i-kept-2", "web-2", "eu-west-1", "bob@example.org"))
                .and(refused("i-refused", "guarded"))
                .notExamined("eu-central-1", "ec2:DescribeInstances failed: no answer")
                .corresponding(
                        new Correspondence(
                                List.of(
                                        new SentNotice(
                                                SentNotice.Kind.WARNING,
                                                "ada@example.org",
                                                2,
                                                true,
                                                ""),
                                        new SentNotice(
                                                SentNotice.Kind.WARNING,
                                                "bob@example.org",
                                                1,
                                                false,
                                                "sns:Publish failed: AuthorizationError")),
                                List.of("i-went-by-itself"),
                                new RunningTotal(
                                        31,
                                        new BigDecimal("4120.50"),
                                        false,
                                        NOW.minus(Duration.ofDays(60)))));
    }

    SampleRun and(ResultItem item) {
        items.add(item);
        return this;
    }

    SampleRun notExamined(String what, String why) {
        gaps.add(new NotExamined(what, why));
        return this;
    }

    SampleRun corresponding(Correspondence other) {
        this.correspondence = other;
        return this;
    }

    SampleRun stopped(String why) {
        this.stopped = why;
        return this;
    }

    RunResult result() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("labTag", "lab");
        settings.put("budget", "20 instances or 50 % of the lab's, whichever is less");
        return new RunResult(
                "instances",
                "1f3a-77",
                Mode.CLEAN,
                ACCOUNT,
                NOW,
                NOW.plusSeconds(12),
                settings,
                List.of("us-east-1", "eu-west-1"),
                items,
                gaps,
                stopped,
                false,
                Map.of("CloudWatch:GetMetricData", 12L, "Ec2:DescribeInstances", 3L),
                correspondence);
    }

    static ResultItem removed(String id, String name, String dollars, boolean listed) {
        return item(
                        resource(id, name, "us-east-1", "ada@example.org"),
                        idle(),
                        Action.TERMINATE,
                        Outcome.REMOVED,
                        "",
                        new Priced(new BigDecimal(dollars), listed))
                .with(history(9));
    }

    static ResultItem warned(String id, String name, String dollars) {
        return item(
                        resource(id, name, "us-east-1", "chen@example.org"),
                        idle(),
                        Action.NONE,
                        null,
                        "",
                        new Priced(new BigDecimal(dollars), false))
                .with(history(4))
                .with(new Warning(NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(22))));
    }

    static ResultItem unknown(String id, String name) {
        return item(
                resource(id, name, "us-east-1", null),
                new Verdict.Unknown(
                        UnknownReason.MISSING_DATA,
                        Explanation.of("CloudWatch has only 70 % of the data points.")),
                Action.NONE,
                null,
                "",
                new Unpriced("the price table has no x9.huge"));
    }

    static ResultItem kept(String id, String name, String region, String owner) {
        return item(
                        resource(id, name, region, owner),
                        new Verdict.Keep(KeepReason.IN_USE, Explanation.of("In use: CPU 63 %.")),
                        Action.NONE,
                        null,
                        "",
                        new Priced(new BigDecimal("70.08"), true))
                .with(history(1));
    }

    static ResultItem refused(String id, String name) {
        return item(
                resource(id, name, "us-east-1", "ada@example.org"),
                idle(),
                Action.TERMINATE,
                Outcome.REFUSED,
                "ec2:TerminateInstances failed: UnauthorizedOperation",
                new Priced(new BigDecimal("35.04"), true));
    }

    static ResultItem item(
            Resource resource,
            Verdict verdict,
            Action action,
            @Nullable Outcome outcome,
            String detail,
            MonthlyCost cost) {
        return new ResultItem(
                resource,
                verdict,
                action,
                outcome,
                detail,
                cost,
                outcome == Outcome.REMOVED
                        ? List.of(
                                new Leftover(
                                        "volume", "vol-1", new Priced(new BigDecimal("8"), true)))
                        : List.of());
    }

    static Resource resource(String id, String name, String region, @Nullable String owner) {
        return new Resource(
                id, name, region, region + "a", "m5.large", owner, NOW.minus(Duration.ofDays(30)));
    }

    static Verdict idle() {
        return new Verdict.Removable(
                RemovableReason.IDLE,
                Explanation.of(
                        "Quiet for 120 h, and its longest pause in 14 days was 17 h; twice that is 34 h.",
                        new Fact("longest pause", "17 h", "CloudWatch CPUUtilization", NOW),
                        new Fact(Fact.QUIET, "120 h", "CloudWatch and login history", NOW)));
    }

    /** Two weeks with a peak every {@code rhythm} points, and quiet at the end. */
    static CpuHistory history(int rhythm) {
        float[] percents = new float[84];
        for (int point = 0; point < percents.length; point++) {
            boolean isBusy = point < 54 && point % rhythm == 0;
            percents[point] = isBusy ? 75.5f : 1.5f;
        }
        percents[10] = Float.NaN;
        Instant start = NOW.minus(Duration.ofDays(14));
        return new CpuHistory(
                start, Duration.ofHours(4), percents, 5, start.plus(Duration.ofHours(54 * 4L)));
    }
}
