package org.labjanitor.core.judge;

import java.util.Optional;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.MetricAnswer;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.MetricSeries;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/** Reads answers out of the evidence, and turns a missing one into an Unknown. */
final class Answers {
    private Answers() {}

    static Optional<MetricSeries> series(InstanceEvidence evidence, MetricQuery query) {
        return evidence.metric(query)
                .filter(MetricAnswer.Complete.class::isInstance)
                .map(answer -> ((MetricAnswer.Complete) answer).series());
    }

    /**
     * Unknown where any series could not be had. One of another moment counts too: who could not be
     * read once is not judged on the rest.
     */
    static Optional<Verdict> metricOutage(InstanceEvidence evidence) {
        return evidence.metrics().stream()
                .filter(MetricAnswer.Unavailable.class::isInstance)
                .map(answer -> outage((MetricAnswer.Unavailable) answer))
                .findFirst();
    }

    private static Verdict outage(MetricAnswer.Unavailable answer) {
        String source = "CloudWatch " + answer.query().metric().awsName();
        return new Verdict.Unknown(
                UnknownReason.METRICS_UNAVAILABLE,
                Explanation.of(
                        source + " could not be read: " + answer.why(),
                        new Fact("answer", answer.why(), source, null)));
    }

    /** Unknown where the login source could not be read. */
    static Optional<Verdict> loginOutage(InstanceEvidence evidence, LoginSource source) {
        return evidence.logins(source)
                .filter(LoginAnswer.Unavailable.class::isInstance)
                .map(answer -> outage((LoginAnswer.Unavailable) answer));
    }

    private static Verdict outage(LoginAnswer.Unavailable answer) {
        String source = answer.source().displayName();
        return new Verdict.Unknown(
                UnknownReason.LOGINS_UNAVAILABLE,
                Explanation.of(
                        "The logins of " + source + " could not be read: " + answer.why(),
                        new Fact("answer", answer.why(), source, null)));
    }
}
