package org.labjanitor.core.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.policy.Signal;
import org.labjanitor.core.policy.SignalLimits;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * The signals that a policy asks for. They are fetched only for instances that CPU, network and
 * sessions call idle, and can only save them. One that an instance's type does not have is left out
 * and named as left out.
 */
final class Signals {
    private final SignalLimits limits;

    Signals(SignalLimits limits) {
        this.limits = limits;
    }

    /** The questions that the evidence does not answer yet. */
    List<Question> questions(Running running, InstanceEvidence evidence, Window window) {
        return present(running.instance())
                .flatMap(signal -> SignalReading.queries(signal, window).stream())
                .filter(query -> evidence.metric(query).isEmpty())
                .<Question>map(Question.Series::new)
                .toList();
    }

    /** What was answered. */
    List<SignalReading> read(Running running, InstanceEvidence evidence, Window window) {
        int expected = window.firstExpected(running.lastStart());
        return present(running.instance())
                .flatMap(signal ->
                        SignalReading.read(
                                signal, limits.inMetricUnits(signal), window, evidence, expected)
                                .stream())
                .toList();
    }

    /**
     * For rules by which any use keeps an instance: the questions, then a use, then a hole that may
     * hide one. Empty where every signal is known and none shows a use.
     */
    Optional<Judgement> gate(Running running, InstanceEvidence evidence, Window window) {
        List<Question> questions = questions(running, evidence, window);
        if (!questions.isEmpty()) {
            return Optional.of(new Judgement.Asks(questions));
        }
        List<SignalReading> readings = read(running, evidence, window);
        return readings.stream()
                .flatMap(reading -> reading.lastUse().stream())
                .findFirst()
                .map(Signals::inUse)
                .or(() -> hole(readings))
                .map(Judgement.Decided::new);
    }

    private static Verdict inUse(Fact use) {
        return new Verdict.Keep(KeepReason.IN_USE, Explanation.of(LastUse.sentence(use), use));
    }

    private static Optional<Verdict> hole(List<SignalReading> readings) {
        return readings.stream()
                .filter(SignalReading::hasHoles)
                .findFirst()
                .flatMap(reading ->
                        Standing.unknown(
                                UnknownReason.MISSING_DATA,
                                Explanation.of(reading.holesSentence(), reading.most())));
    }

    /** The facts about every signal asked for, those included that the type does not have. */
    List<Fact> facts(Instance instance, List<SignalReading> readings) {
        List<Fact> facts = new ArrayList<>();
        readings.forEach(reading -> facts.add(reading.most()));
        limits.asked().stream()
                .filter(signal -> !signal.existsOn(instance.type()))
                .forEach(signal -> facts.add(SignalWords.absent(signal, instance.type())));
        return facts;
    }

    private Stream<Signal> present(Instance instance) {
        return limits.asked().stream().filter(signal -> signal.existsOn(instance.type()));
    }
}
