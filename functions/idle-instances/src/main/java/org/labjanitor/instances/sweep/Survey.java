package org.labjanitor.instances.sweep;

import java.util.List;
import org.labjanitor.core.budget.Plausibility;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.request.InstancesRequest;
import org.labjanitor.runtime.result.NotExamined;

/**
 * The examinations of all Regions as one picture.
 *
 * @param examined the Regions whose instances were listed and judged
 */
record Survey(
        List<String> examined,
        List<Judged> judged,
        int labInstancesInAll,
        List<NotExamined> notExamined,
        boolean outOfTime) {
    static Survey of(List<Examination> examinations) {
        return new Survey(
                examinations.stream()
                        .filter(Examination::isExamined)
                        .map(Examination::region)
                        .toList(),
                examinations.stream().flatMap(one -> one.judged().stream()).toList(),
                examinations.stream().mapToInt(Examination::labInstances).sum(),
                examinations.stream().flatMap(one -> one.notExamined().stream()).toList(),
                examinations.stream()
                        .anyMatch(one -> one.reach() == Examination.Reach.OUT_OF_TIME));
    }

    /** What a budget's share is a share of: a narrowed sweep has a smaller one. */
    int labInstances(InstancesRequest request) {
        return request.only().isEmpty() ? labInstancesInAll : judged.size();
    }

    /**
     * Whether the verdicts of the running instances make a picture that can be true. One that was
     * narrowed to a few instances may well show nothing but idle ones.
     */
    Plausibility plausibility(InstancesRequest request) {
        List<Verdict> running =
                judged.stream()
                        .filter(one -> one.instance().instance().state() == InstanceState.RUNNING)
                        .map(Judged::verdict)
                        .toList();
        return Plausibility.of(
                running.size(),
                (int) running.stream().filter(Survey::lacksEvidence).count(),
                request.only().isEmpty()
                        ? (int) running.stream().filter(Survey::isIdle).count()
                        : 0);
    }

    private static boolean lacksEvidence(Verdict verdict) {
        return verdict instanceof Unknown(UnknownReason reason, var _)
                && switch (reason) {
                    case MISSING_DATA, METRICS_UNAVAILABLE, LOGINS_UNAVAILABLE, IMPLAUSIBLE -> true;
                    case UNREADABLE_TAG,
                            PROTECTION_UNAVAILABLE,
                            OWNER_UNAVAILABLE,
                            TAGS_UNAVAILABLE ->
                            false;
                };
    }

    private static boolean isIdle(Verdict verdict) {
        return verdict instanceof Removable(RemovableReason reason, var _)
                && reason == RemovableReason.IDLE;
    }
}
