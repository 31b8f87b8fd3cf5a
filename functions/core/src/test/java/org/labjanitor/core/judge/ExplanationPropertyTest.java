package org.labjanitor.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.core.instance.SpotRequest;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Reasoning;
import org.labjanitor.core.verdict.RuleOutcome;
import org.labjanitor.core.verdict.RuleOutcome.Effect;
import org.labjanitor.core.verdict.Verdict;

/** What is explained is what was judged, whatever the instance. */
final class ExplanationPropertyTest {
    @Property(tries = 400)
    void theExplanationEndsInTheJudgesVerdict(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = policy(random);
        InstanceJudge judge = new InstanceJudge(policy, LabTags.standard());
        InstanceExplainer explainer = new InstanceExplainer(judge, policy, LabTags.standard());
        Truth truth = random.life(-1);
        Instance instance = anyInstance(truth, random.random());

        Verdict plain = decide(judge::judge, truth, instance).verdict();
        Decision explained = decide(explainer::judge, truth, instance);
        Reasoning reasoning = explainer.explain(instance, explained.evidence(), Truth.NOW);

        assertThat(explained.verdict()).isEqualTo(plain);
        assertThat(reasoning.outcomes())
                .filteredOn(outcome -> outcome.effect() == Effect.DECIDES)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.explanation()).isEqualTo(plain.explanation());
                    assertThat(outcome.otherwise()).isNotBlank();
                });
        assertThat(reasoning.outcomes()).extracting(RuleOutcome::rule).doesNotHaveDuplicates();
        assertThat(reasoning.outcomes())
                .extracting(RuleOutcome::explanation)
                .extracting(Explanation::sentence)
                .doesNotContain("");
    }

    @Property(tries = 100)
    void aProtectionReadLaterHasItsPlaceInTheOrder(@ForAll long seed) {
        RandomTruth random = new RandomTruth(seed);
        InstancePolicy policy = policy(random);
        InstanceJudge judge = new InstanceJudge(policy, LabTags.standard());
        InstanceExplainer explainer = new InstanceExplainer(judge, policy, LabTags.standard());
        Truth truth = random.life(-1);
        Decision explained = decide(explainer::judge, truth, truth.instance());
        Protection protection = new Protection.Known(random.random().nextBoolean(), false);

        Reasoning later =
                explainer.withProtection(
                        explainer.explain(truth.instance(), explained.evidence(), Truth.NOW),
                        protection,
                        Truth.NOW);

        assertThat(later)
                .isEqualTo(
                        explainer.explain(
                                truth.instance(),
                                explained.evidence().with(protection),
                                Truth.NOW));
    }

    private static InstancePolicy policy(RandomTruth random) {
        InstancePolicy policy = random.policy().withYoungHours(random.random().nextInt(60));
        return random.random().nextBoolean() ? policy : policy.withStoppedDays(2);
    }

    private record Decision(Verdict verdict, InstanceEvidence evidence) {}

    private static Decision decide(Judging judging, Truth truth, Instance instance) {
        InstanceEvidence evidence = InstanceEvidence.none();
        for (int round = 0; round < 20; round++) {
            switch (judging.judge(instance, evidence, Truth.NOW)) {
                case Judgement.Decided(Verdict verdict) -> {
                    return new Decision(verdict, evidence);
                }
                case Judgement.Asks(List<Question> questions) -> {
                    for (Question question : questions) {
                        evidence = truth.answer(question, evidence);
                    }
                }
            }
        }
        throw new AssertionError("it asks for ever");
    }

    private interface Judging {
        Judgement judge(Instance instance, InstanceEvidence evidence, Instant now);
    }

    /** An instance with anything that a rule may look at. */
    private static Instance anyInstance(Truth truth, SplittableRandom random) {
        Map<String, String> tags = new HashMap<>();
        oneOf(random, List.of("java", "java", "java", "")).ifNotEmpty(lab -> tags.put("lab", lab));
        oneOf(random, List.of("", "", "", "true", "false", "2026-11-20", "2027-01-01", "?"))
                .ifNotEmpty(keep -> tags.put("lab:keep", keep));
        oneOf(random, List.of("", "", "", "2026-11-20", "2027-01-01", "soon"))
                .ifNotEmpty(end -> tags.put("lab:expires", end));
        oneOf(random, List.of("", "", "", "", "web"))
                .ifNotEmpty(group -> tags.put("aws:autoscaling:groupName", group));
        boolean spot = random.nextInt(6) == 0;
        SpotRequest request =
                random.nextBoolean()
                        ? null
                        : new SpotRequest("sir-1", anyOf(random, SpotRequest.Persistence.values()));
        return new Instance(
                "i-0123456789abcdef0",
                "us-east-1",
                "us-east-1a",
                random.nextInt(6) == 0 ? "g5.xlarge" : "t3.micro",
                random.nextInt(3) == 0
                        ? anyOf(random, InstanceState.values())
                        : InstanceState.RUNNING,
                spot ? PurchaseOption.SPOT : PurchaseOption.ON_DEMAND,
                false,
                random.nextInt(9) == 0 ? null : truth.lastStart,
                random.nextInt(9) == 0 ? null : truth.firstLaunch,
                random.nextBoolean() ? null : Truth.NOW.minus(Duration.ofDays(random.nextInt(4))),
                null,
                spot ? request : null,
                tags);
    }

    private static <T> T anyOf(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Choice oneOf(SplittableRandom random, List<String> values) {
        return new Choice(values.get(random.nextInt(values.size())));
    }

    private record Choice(String value) {
        void ifNotEmpty(Consumer<String> then) {
            if (!value.isEmpty()) {
                then.accept(value);
            }
        }
    }
}
