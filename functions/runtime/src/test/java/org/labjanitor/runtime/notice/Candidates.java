package org.labjanitor.runtime.notice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.settings.Mode;

/** Runs and candidates to speak of. */
final class Candidates {
    static final String ACCOUNT = "111122223333";
    static final RunContext INSTANCES = new RunContext("instances", "run-1", Mode.WARN, ACCOUNT);
    static final RunContext BUCKETS = new RunContext("buckets", "run-2", Mode.WARN, ACCOUNT);
    static final Verdict IDLE =
            new Verdict.Removable(
                    RemovableReason.IDLE,
                    Explanation.of(
                            "Quiet for 6 days, and its longest pause in 14 days was 14 h; twice that is 28 h.",
                            new Fact(
                                    "last use",
                                    "CPU 63 %",
                                    "CloudWatch CPUUtilization",
                                    Instant.parse("2026-11-14T08:00:00Z"))));
    static final Verdict IN_USE =
            new Verdict.Keep(
                    KeepReason.IN_USE, Explanation.of("In use: CPU 63 % at 2026-11-20 09:15 UTC."));
    static final Verdict EXPIRED =
            new Verdict.Removable(
                    RemovableReason.EXPIRED,
                    Explanation.of(
                            "Its time was over at 2026-11-19 00:00 UTC, by its tag lab:expires."));

    private Candidates() {}

    static Candidate idle(@Nullable String owner, int number) {
        return instance(owner, "box-" + number, number, IDLE);
    }

    static Candidate instance(
            @Nullable String owner, @Nullable String name, int number, Verdict verdict) {
        return new Candidate(
                new Resource(
                        "i-%017x".formatted(number),
                        name,
                        "us-east-1",
                        "us-east-1a",
                        "m5.large",
                        owner,
                        Instant.parse("2026-11-01T08:00:00Z")),
                verdict,
                new MonthlyCost.Priced(new BigDecimal("70.08"), true),
                Action.WOULD_TERMINATE);
    }

    static Candidate bucket(@Nullable String owner, String name, Action planned) {
        return new Candidate(
                new Resource(name, null, "eu-west-1", null, "bucket", owner),
                EXPIRED,
                new MonthlyCost.Unpriced("no storage metrics"),
                planned);
    }

    static List<Candidate> idle(@Nullable String owner, int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> idle(owner, number)).toList();
    }

    static Ended ended(Candidate candidate, Outcome outcome, String detail) {
        return new Ended(candidate, outcome, detail);
    }
}
