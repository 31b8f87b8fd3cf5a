package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Verdict;

final class RhythmPropertyTest {
    @Property(tries = 400)
    void agreesWithThePlainTellingOfTheRule(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        IdleRule.Rhythm rule = random.rhythm();
        Truth truth = random.life(7);
        NaiveRhythm naive = new NaiveRhythm(rule, truth);
        if (!naive.hasTrafficInDoubt()) {
            assertThat(name(truth.judge(judge(rule)))).isEqualTo(naive.verdict());
        }
    }

    @Property(tries = 400)
    void saysTheSameStepwiseAndWithEverythingAtOnce(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        IdleRule.Rhythm rule = random.rhythm();
        Truth truth = random.life(-1);
        assertThat(name(truth.judge(judge(rule)))).isEqualTo(name(atOnce(truth, rule)));
    }

    @Property(tries = 200)
    void aQuietWindowSaysTheSameStepwiseAndWithEverythingAtOnce(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        IdleRule rule = new IdleRule.QuietWindow(5, 50, 1 + random.random().nextInt(96));
        Truth truth = random.life(-1);
        assertThat(name(truth.judge(judge(rule)))).isEqualTo(name(atOnce(truth, rule)));
    }

    private static Verdict atOnce(Truth truth, IdleRule rule) {
        Duration settle = InstancePolicy.lab().settleTime();
        QuietTerms terms =
                rule instanceof IdleRule.Rhythm rhythm
                        ? QuietTerms.of(rhythm, settle)
                        : QuietTerms.of((IdleRule.QuietWindow) rule, settle);
        Window window = terms.window(Truth.NOW);
        InstanceEvidence evidence =
                InstanceEvidence.none().with(truth.answer(window.means(0, window.hours())));
        for (var query : NetworkReading.queries(window, terms.networkLead())) {
            evidence = evidence.with(truth.answer(query));
        }
        for (LoginSource source : LoginSource.values()) {
            evidence = evidence.with(truth.answer(source, window.start()));
        }
        Judgement judgement = judge(rule).judge(truth.instance(), evidence, Truth.NOW);
        assertThat(judgement).isInstanceOf(Judgement.Decided.class);
        return ((Judgement.Decided) judgement).verdict();
    }

    static InstanceJudge judge(IdleRule rule) {
        return new InstanceJudge(
                InstancePolicy.lab().withIdleRule(rule).withYoungHours(0), LabTags.standard());
    }

    static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Keep keep -> keep.reason().name();
            case Verdict.Unknown unknown -> unknown.reason().name();
            case Verdict.Removable removable -> removable.reason().name();
        };
    }
}
