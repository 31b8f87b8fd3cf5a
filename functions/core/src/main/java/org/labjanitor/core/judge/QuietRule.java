package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * Idle is who has been quiet for long enough: for a fixed time, and, in the rhythm rule, for so
 * many times the longest pause between two uses. The verdict must hold however the holes in the
 * data turn out.
 */
final class QuietRule implements IdleJudge {
    private final QuietTerms terms;
    private final boolean loginsRequired;
    private final Inquiry inquiry;
    private final QuietWords words;

    QuietRule(QuietTerms terms, boolean loginsRequired) {
        this.terms = terms;
        this.loginsRequired = loginsRequired;
        this.inquiry = new Inquiry(terms, loginsRequired);
        this.words = new QuietWords(terms);
    }

    @Override
    public Judgement judge(Running running, InstanceEvidence evidence, Instant now) {
        Picture picture = Picture.of(running, evidence, terms.window(now), terms, loginsRequired);
        Judgement judgement = decide(picture);
        return loginsRequired && isRemovable(judgement)
                ? askConnect(picture, judgement)
                : judgement;
    }

    /**
     * The slowest source is asked last, and only for instances that everything else calls idle; it
     * can only save them.
     */
    private Judgement askConnect(Picture picture, Judgement idle) {
        LoginSource source = LoginSource.INSTANCE_CONNECT;
        InstanceEvidence evidence = picture.evidence();
        if (evidence.logins(source).isEmpty()) {
            return new Judgement.Asks(List.of(Inquiry.logins(source, picture.window())));
        }
        Optional<Verdict> outage = Answers.loginOutage(evidence, source);
        if (outage.isPresent()) {
            return new Judgement.Decided(outage.get());
        }
        return LoginReading.read(evidence, source)
                .filter(logins -> !logins.isEmpty())
                .map(logins -> decide(picture.with(logins)))
                .orElse(idle);
    }

    private Judgement decide(Picture picture) {
        if (picture.pauses().quietAtMost() < terms.quietSlots()) {
            return decided(new Verdict.Keep(KeepReason.IN_USE, words.inUse(picture)));
        }
        Optional<Verdict> outage = outage(picture.evidence());
        if (outage.isPresent()) {
            return decided(outage.get());
        }
        List<Question> opening = inquiry.opening(picture);
        return opening.isEmpty() ? weigh(picture) : new Judgement.Asks(opening);
    }

    private Optional<Verdict> outage(InstanceEvidence evidence) {
        Optional<Verdict> metrics = Answers.metricOutage(evidence);
        return metrics.isPresent() || !loginsRequired
                ? metrics
                : Answers.loginOutage(evidence, LoginSource.SESSION_MANAGER);
    }

    private Judgement weigh(Picture picture) {
        List<Question> recent = inquiry.recentDetail(picture);
        if (!recent.isEmpty()) {
            return new Judgement.Asks(recent);
        }
        CpuReading cpu = picture.cpu();
        if (!terms.isCovered(cpu.presentAtMost(), cpu.expected())) {
            return missing(words.thin(picture));
        }
        if (terms.isCovered(cpu.presentAtLeast(), cpu.expected())) {
            Optional<Verdict> verdict = verdict(picture);
            if (verdict.isPresent()) {
                return decided(verdict.get());
            }
        }
        List<Question> detail = inquiry.detail(picture);
        return detail.isEmpty() ? missing(words.holes(picture)) : new Judgement.Asks(detail);
    }

    /** Empty while the bounds disagree. */
    private Optional<Verdict> verdict(Picture picture) {
        Pauses pauses = picture.pauses();
        if (terms.isIdle(pauses.quietAtLeast(), pauses.longestAtMost())) {
            return Optional.of(new Verdict.Removable(RemovableReason.IDLE, words.idle(picture)));
        }
        if (!terms.isIdle(pauses.quietAtMost(), pauses.longestAtLeast())) {
            return Optional.of(new Verdict.Keep(KeepReason.RHYTHM, words.rhythm(picture)));
        }
        return Optional.empty();
    }

    private static Judgement missing(Explanation explanation) {
        return decided(new Verdict.Unknown(UnknownReason.MISSING_DATA, explanation));
    }

    private static boolean isRemovable(Judgement judgement) {
        return judgement instanceof Judgement.Decided(Verdict.Removable _);
    }

    private static Judgement decided(Verdict verdict) {
        return new Judgement.Decided(verdict);
    }
}
