package org.labjanitor.cli.report;

import java.math.BigDecimal;
import java.time.Instant;
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
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;

/** Results to draw. */
final class Results {
    static final Verdict IDLE =
            new Verdict.Removable(
                    RemovableReason.IDLE,
                    Explanation.of(
                            "Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.",
                            new Fact(
                                    "longest pause",
                                    "14 h",
                                    "CloudWatch CPUUtilization",
                                    Instant.parse("2026-11-12T08:00:00Z"))));
    static final Verdict BUSY =
            new Verdict.Keep(KeepReason.IN_USE, Explanation.of("In use: CPU 63 %."));
    static final Verdict THIN =
            new Verdict.Unknown(
                    UnknownReason.MISSING_DATA,
                    Explanation.of("CloudWatch has only 70 % of the data points."));
    static final MonthlyCost LISTED = new Priced(new BigDecimal("70.08"), true);
    static final MonthlyCost ESTIMATED = new Priced(new BigDecimal("280.32"), false);
    static final MonthlyCost UNPRICED = new Unpriced("the price table has no x9.huge");

    private Results() {}

    static ResultItem item(String name, Verdict verdict, Action action, MonthlyCost cost) {
        return item(name, verdict, action, null, "", cost);
    }

    static ResultItem item(
            String name,
            Verdict verdict,
            Action action,
            @Nullable Outcome outcome,
            String detail,
            MonthlyCost cost,
            Leftover... leftovers) {
        return new ResultItem(
                new Resource(
                        "i-%017x".formatted(name.length()),
                        name,
                        "us-east-1",
                        "us-east-1a",
                        "m5.large",
                        "ada@example.org"),
                verdict,
                action,
                outcome,
                detail,
                cost,
                List.of(leftovers));
    }

    static RunResult result(Mode mode, ResultItem... items) {
        return result(mode, List.of(), null, items);
    }

    static RunResult result(
            Mode mode,
            List<NotExamined> notExamined,
            @Nullable String stopped,
            ResultItem... items) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("labTag", "lab");
        settings.put("budget", "20 instances or 50 % of the lab's, whichever is less");
        Map<String, Long> calls = new LinkedHashMap<>();
        calls.put("CloudWatch:GetMetricData", 2L);
        calls.put("Ec2:DescribeInstances", 5L);
        return new RunResult(
                "instances",
                "run-1",
                mode,
                "111122223333",
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-20T10:00:03Z"),
                settings,
                items.length == 0 && !notExamined.isEmpty() ? List.of() : List.of("us-east-1"),
                List.of(items),
                notExamined,
                stopped,
                false,
                calls,
                Correspondence.none());
    }
}
