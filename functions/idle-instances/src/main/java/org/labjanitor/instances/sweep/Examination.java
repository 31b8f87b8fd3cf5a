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
 * @param reach how far the look got
 */
record Examination(
        String region,
        List<Judged> judged,
        int labInstances,
        List<NotExamined> notExamined,
        Reach reach) {
    /** How far the look at a Region got. */
    enum Reach {
        /** Its instances were listed and judged. */
        EXAMINED,
        /** AWS did not answer. */
        UNREADABLE,
        /** The run's time was over. */
        OUT_OF_TIME
    }

    Examination {
        judged = List.copyOf(judged);
        notExamined = List.copyOf(notExamined);
    }

    static Examination failed(String region, String why) {
        return new Examination(
                region, List.of(), 0, List.of(new NotExamined(region, why)), Reach.UNREADABLE);
    }

    static Examination outOfTime(String region) {
        return new Examination(
                region,
                List.of(),
                0,
                List.of(new NotExamined(region, "time ran out; the next run goes on")),
                Reach.OUT_OF_TIME);
    }

    boolean isExamined() {
        return reach == Reach.EXAMINED;
    }
}
