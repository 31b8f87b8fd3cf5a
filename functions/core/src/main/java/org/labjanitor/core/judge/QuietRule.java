package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.login.Login;
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
    private final LoginGate logins;
    private final Signals signals;
    private final Inquiry inquiry;
    private final QuietWords words;

    QuietRule(QuietTerms terms, LoginGate logins, Signals signals) {
        this.terms = terms;
        this.logins = logins;
        this.signals = signals;
        this.inquiry = new Inquiry(terms, logins);
        this.words = new QuietWords(terms, signals);
    }

    @Override
    public Judgement judge(Running running, InstanceEvidence evidence, Instant now) {
        Picture picture =
                Picture.of(
                        running,
                        evidence,
                        terms.window(now),
                        terms,
                        logins.sessionLogins(evidence));
        Judgement idle = decide(picture);
        return isRemovable(idle) ? askSignals(picture, idle) : idle;
    }

    private Judgement askSignals(Picture picture, Judgement idle) {
        Running running = picture.running();
        List<Question> questions = signals.questions(running, picture.evidence(), picture.window());
        if (!questions.isEmpty()) {
            return new Judgement.Asks(questions);
        }
        List<SignalReading> readings = signals.read(running, picture.evidence(), picture.window());
        if (readings.isEmpty()) {
            return askLate(picture, idle);
        }
        Picture whole = picture.withSignals(readings);
        Judgement judgement = decide(whole);
        return isRemovable(judgement) ? askLate(whole, judgement) : judgement;
    }

    private Judgement askLate(Picture picture, Judgement idle) {
        InstanceEvidence evidence = picture.evidence();
        Picture known = picture;
        Judgement judgement = idle;
        for (List<LoginSource> sources : logins.late()) {
            Optional<Judgement> open = logins.ask(sources, evidence, picture.window());
            if (open.isPresent()) {
                return open.get();
            }
            List<Login> found = LoginGate.read(sources, evidence);
            if (!found.isEmpty()) {
                known = known.withLogins(found);
                judgement = decide(known);
            }
            if (!isRemovable(judgement)) {
                return judgement;
            }
        }
        return judgement instanceof Judgement.Decided(Verdict verdict)
                ? decided(logins.noted(verdict, evidence, picture.window()))
                : judgement;
    }

    private Judgement decide(Picture picture) {
        if (picture.pauses().quietAtMost() < terms.quietSlots()) {
            return decided(new Verdict.Keep(KeepReason.IN_USE, words.inUse(picture)));
        }
        Optional<Verdict> outage = logins.outage(picture.evidence());
        if (outage.isPresent()) {
            return decided(outage.get());
        }
        List<Question> opening = inquiry.opening(picture);
        return opening.isEmpty() ? weigh(picture) : new Judgement.Asks(opening);
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
