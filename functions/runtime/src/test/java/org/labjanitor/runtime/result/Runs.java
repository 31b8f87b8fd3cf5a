package org.labjanitor.runtime.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.settings.Mode;

/** Results for tests: a run from ten to a quarter past ten. */
public final class Runs {
    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    public static final Instant END = Instant.parse("2026-11-20T10:00:15.250Z");
    public static final String ACCOUNT = "111122223333";

    private Runs() {}

    public static Verdict removable() {
        return new Removable(RemovableReason.IDLE, Explanation.of("quiet for six days"));
    }

    public static Verdict keep() {
        return new Keep(KeepReason.IN_USE, Explanation.of("busy an hour ago"));
    }

    public static Verdict unknown() {
        return new Unknown(
                UnknownReason.MISSING_DATA, Explanation.of("half of the data is missing"));
    }

    public static MonthlyCost listed(String dollars) {
        return new Priced(new BigDecimal(dollars), true);
    }

    public static MonthlyCost estimated(String dollars) {
        return new Priced(new BigDecimal(dollars), false);
    }

    public static ResultItem item(String id, Verdict verdict) {
        return item(id, verdict, Action.NONE, null, listed("70.08"));
    }

    public static ResultItem item(
            String id,
            Verdict verdict,
            Action action,
            @Nullable Outcome outcome,
            MonthlyCost cost) {
        return new ResultItem(
                new Resource(id, null, "us-east-1", "us-east-1a", "m5.large", "ada"),
                verdict,
                action,
                outcome,
                outcome == Outcome.REFUSED ? "EC2 said no" : "",
                cost,
                List.of());
    }

    public static RunResult run(Mode mode, ResultItem... items) {
        return run(mode, List.of(), Correspondence.none(), items);
    }

    public static RunResult run(
            Mode mode,
            List<NotExamined> notExamined,
            Correspondence correspondence,
            ResultItem... items) {
        return new RunResult(
                "instances",
                "run-1",
                mode,
                ACCOUNT,
                START,
                END,
                Map.of("labTag", "lab"),
                List.of("us-east-1"),
                List.of(items),
                notExamined,
                null,
                false,
                Map.of(),
                correspondence);
    }
}
