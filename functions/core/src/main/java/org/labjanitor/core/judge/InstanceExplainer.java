package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.Protection;
import org.labjanitor.core.judge.Rule.Topic;
import org.labjanitor.core.metric.Metric;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.Statistic;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Reasoning;
import org.labjanitor.core.verdict.RuleOutcome;
import org.labjanitor.core.verdict.RuleOutcome.Effect;
import org.labjanitor.core.verdict.Verdict;

/**
 * Judges as {@link InstanceJudge} does, and tells of every rule how it came out, those behind the
 * decisive one too. For that it also asks about the use of running instances that something else
 * keeps; the verdict is the judge's own.
 */
public final class InstanceExplainer {
    private static final Duration DAY = Duration.ofDays(1);

    private final InstanceJudge judge;
    private final InstancePolicy policy;
    private final PassedWords passed;
    private final OtherwiseWords otherwise;

    public InstanceExplainer(InstanceJudge judge, InstancePolicy policy, LabTags tags) {
        this.judge = judge;
        this.policy = policy;
        this.passed = new PassedWords(policy, tags);
        this.otherwise = new OtherwiseWords(tags);
    }

    /** The judge's verdict, once nothing more has to be asked for the explanation either. */
    public Judgement judge(Instance instance, InstanceEvidence evidence, Instant now) {
        Judgement judgement = judge.judge(instance, evidence, now);
        if (judgement instanceof Judgement.Decided && hasUse(instance)) {
            Judgement use = judge.judgeUse(instance, evidence, now);
            return use instanceof Judgement.Asks ? use : judgement;
        }
        return judgement;
    }

    /**
     * The CPU of the last 24 hours, hour by hour, of a running instance about whose CPU the verdict
     * asked nothing. It is for a person to see; the verdict must not hear of it.
     */
    public Optional<MetricQuery> day(Instance instance, InstanceEvidence evidence, Instant now) {
        boolean isSeen =
                evidence.metrics().stream()
                        .anyMatch(answer -> answer.query().metric() == Metric.CPU_UTILIZATION);
        if (isSeen || !hasUse(instance)) {
            return Optional.empty();
        }
        Window day = Window.endingBefore(now, policy.settleTime(), DAY);
        return Optional.of(day.hourly(Metric.CPU_UTILIZATION, Statistic.AVERAGE));
    }

    /** Whether the policy looks at logins, and the instance is one that somebody can be on. */
    public boolean looksAtLogins(Instance instance) {
        return policy.loginsRequired() && hasUse(instance);
    }

    /** Every rule's outcome; the evidence has to be that of the verdict. */
    public Reasoning explain(Instance instance, InstanceEvidence evidence, Instant now) {
        Map<Topic, RuleOutcome> byTopic = new LinkedHashMap<>();
        boolean decided = false;
        for (Rule rule : judge.rules()) {
            RuleOutcome outcome =
                    rule.verdict(instance, evidence, now)
                            .map(verdict -> spoken(rule.topic(), verdict, now))
                            .orElseGet(() -> silent(rule.topic(), instance, evidence, now));
            decided |= put(byTopic, rule.topic(), outcome, decided);
        }
        put(byTopic, Topic.USE, use(instance, evidence, now), decided);
        return new Reasoning(new ArrayList<>(byTopic.values()));
    }

    /** The same once the instance's own protection was read. */
    public Reasoning withProtection(Reasoning reasoning, Protection protection, Instant now) {
        InstanceEvidence evidence = InstanceEvidence.none().with(protection);
        return reasoning.with(
                judge.protection(evidence)
                        .map(verdict -> spoken(Topic.PROTECTION, verdict, now))
                        .orElseGet(InstanceExplainer::protectionIsOff));
    }

    /** Of several rules about one thing, the first that has a word in it speaks for all. */
    private static boolean put(
            Map<Topic, RuleOutcome> byTopic, Topic topic, RuleOutcome outcome, boolean decided) {
        RuleOutcome before = byTopic.get(topic);
        if (before != null && before.effect() != Effect.PASSES) {
            return false;
        }
        boolean decides = outcome.effect() == Effect.DECIDES;
        byTopic.put(topic, decided ? outcome.overruled() : outcome);
        return decides && !decided;
    }

    private RuleOutcome spoken(Topic topic, Verdict verdict, Instant now) {
        return RuleOutcome.decides(topic.title(), verdict, otherwise.of(verdict, now));
    }

    private RuleOutcome silent(
            Topic topic, Instance instance, InstanceEvidence evidence, Instant now) {
        if (topic == Topic.PROTECTION) {
            return evidence.protection().isPresent() ? protectionIsOff() : protectionNotRead();
        }
        return RuleOutcome.passes(topic.title(), passed.of(topic, instance, now));
    }

    private RuleOutcome use(Instance instance, InstanceEvidence evidence, Instant now) {
        if (hasUse(instance)
                && judge.judgeUse(instance, evidence, now)
                        instanceof Judgement.Decided(Verdict verdict)) {
            return spoken(Topic.USE, verdict, now);
        }
        return RuleOutcome.notLookedAt(
                Topic.USE.title(), "Only a running instance is judged by its use.");
    }

    private static boolean hasUse(Instance instance) {
        return instance.state() == InstanceState.RUNNING && InstanceRules.isLaunched(instance);
    }

    private static RuleOutcome protectionIsOff() {
        return RuleOutcome.passes(
                Topic.PROTECTION.title(),
                Explanation.of("Neither termination nor stop protection is on."));
    }

    private static RuleOutcome protectionNotRead() {
        return RuleOutcome.notLookedAt(
                Topic.PROTECTION.title(), "Read only right before an instance would go.");
    }
}
