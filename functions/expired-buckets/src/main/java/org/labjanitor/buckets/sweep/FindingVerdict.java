package org.labjanitor.buckets.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.labjanitor.buckets.removal.Finding;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Unknown;

/** What the look before the first change makes of a bucket that may go. */
final class FindingVerdict {
    private FindingVerdict() {}

    /** The same verdict where nothing was found; else one that keeps the bucket and says why. */
    static JudgedBucket of(JudgedBucket judged, List<Finding> findings) {
        if (findings.isEmpty()) {
            return judged;
        }
        if (has(findings, Finding.Kind.GONE)) {
            return JudgedBucket.gone(judged.bucket());
        }
        Explanation explanation = explanation(judged, findings);
        if (has(findings, Finding.Kind.OTHER_ACCOUNT)) {
            return judged.with(new Unknown(UnknownReason.PROTECTION_UNAVAILABLE, explanation));
        }
        if (has(findings, Finding.Kind.EMPTY)) {
            return judged.with(new Keep(KeepReason.EMPTY, explanation));
        }
        if (has(findings, Finding.Kind.PROTECTED)) {
            return judged.with(new Keep(KeepReason.PROTECTED, explanation));
        }
        return has(findings, Finding.Kind.DEPENDED_ON)
                ? judged.with(new Keep(KeepReason.DEPENDED_ON, explanation))
                : judged.with(new Unknown(UnknownReason.PROTECTION_UNAVAILABLE, explanation));
    }

    private static boolean has(List<Finding> findings, Finding.Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    private static Explanation explanation(JudgedBucket judged, List<Finding> findings) {
        List<Fact> facts = new ArrayList<>();
        for (Finding finding : findings) {
            facts.add(new Fact(name(finding.kind()), finding.sentence(), "S3", null));
        }
        facts.addAll(judged.verdict().explanation().facts());
        return new Explanation(
                findings.stream()
                        .map(Finding::sentence)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                facts);
    }

    private static String name(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
