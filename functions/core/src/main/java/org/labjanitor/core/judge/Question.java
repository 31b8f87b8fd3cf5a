package org.labjanitor.core.judge;

import java.time.Instant;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.MetricQuery;

/** Something the judge has to know about one instance before it can decide. */
public sealed interface Question {
    /** A CloudWatch series of the instance. */
    record Series(MetricQuery query) implements Question {}

    /** The instance's logins since {@code since}. */
    record Logins(LoginSource source, Instant since) implements Question {}
}
