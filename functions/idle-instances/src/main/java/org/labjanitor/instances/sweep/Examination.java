package org.labjanitor.instances.sweep;

import java.util.List;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.runtime.result.NotExamined;

/**
 * What a look at one Region showed.
 *
 * @param judged the instances in scope, with their verdicts
 * @param labInstances lab instances that the Region has, whether in scope or not: a budget's share
 *     is a share of these
 * @param outOfTime whether the Region was left out because the run's time was over
 */
record Examination(
        String region,
        List<Judged> judged,
        int labInstances,
        List<NotExamined> notExamined,
        boolean outOfTime) {
    Examination {
        judged = List.copyOf(judged);
        notExamined = List.copyOf(notExamined);
    }

    static Examination failed(String region, String why) {
        return new Examination(region, List.of(), 0, List.of(new NotExamined(region, why)), false);
    }

    static Examination outOfTime(String region) {
        return new Examination(
                region,
                List.of(),
                0,
                List.of(new NotExamined(region, "time ran out; the next run goes on")),
                true);
    }
}
