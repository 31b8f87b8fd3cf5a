package org.labjanitor.core.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict;

/**
 * Judges instances: from a description and evidence to a verdict, or to the questions still open.
 *
 * <p>A judgement is a pure function of what is passed in, and there is one for any evidence.
 * Whoever answers the questions, each with a complete or an unavailable answer, and asks again gets
 * a verdict after at most fourteen rounds; no question comes twice. Questions depend on the moment:
 * hold {@code now} still until the verdict.
 */
public final class InstanceJudge {
    private final Standing standing;
    private final List<Rule> rules;
    private final IdleJudge idle;

    public InstanceJudge(InstancePolicy policy, LabTags tags) {
        this.standing = new Standing(tags);
        this.rules = InstanceRules.inOrder(standing, new Lifetime(policy, tags));
        this.idle = idleJudge(policy);
    }

    private static IdleJudge idleJudge(InstancePolicy policy) {
        LoginGate logins = new LoginGate(policy);
        Signals signals = new Signals(policy.signals());
        return switch (policy.idleRule()) {
            case IdleRule.Rhythm rule ->
                    new QuietRule(QuietTerms.of(rule, policy.settleTime()), logins, signals);
            case IdleRule.QuietWindow rule ->
                    new QuietRule(QuietTerms.of(rule, policy.settleTime()), logins, signals);
            case IdleRule.Peak rule -> new PeakRule(rule, policy.settleTime(), logins, signals);
            case IdleRule.LowDays rule ->
                    new LowDaysRule(rule, policy.settleTime(), logins, signals);
        };
    }

    /**
     * Judges an instance at {@code now}. Protection is never asked for: evidence without it says
     * that nobody looked yet, and it has to be looked at before removal.
     */
    public Judgement judge(Instance instance, InstanceEvidence evidence, Instant now) {
        for (Rule rule : rules) {
            Optional<Verdict> verdict = rule.verdict(instance, evidence, now);
            if (verdict.isPresent()) {
                return new Judgement.Decided(verdict.get());
            }
        }
        return judgeUse(instance, evidence, now);
    }

    /**
     * What the instance's own protection says, once it was looked at; empty where nothing in it
     * keeps the instance.
     */
    public Optional<Verdict> protection(InstanceEvidence evidence) {
        return standing.protection(evidence);
    }

    /**
     * Judges an instance that a person named outright: use, age, state and type are no matter, and
     * neither is a persistent Spot request, which is cancelled first; everything else that keeps an
     * instance still does. Never asks.
     */
    public Verdict judgeNamed(Instance instance, InstanceEvidence evidence, Instant now) {
        return rules.stream()
                .filter(Rule::forNamed)
                .flatMap(rule -> rule.verdict(instance, evidence, now).stream())
                .findFirst()
                .orElseGet(() ->
                        new Verdict.Removable(
                                RemovableReason.NAMED,
                                Explanation.of("A person named it outright.")));
    }

    /** The rules that come before the use of an instance. */
    List<Rule> rules() {
        return rules;
    }

    /** The last rule; its instance has to have a launch time. */
    Judgement judgeUse(Instance instance, InstanceEvidence evidence, Instant now) {
        return idle.judge(Running.of(instance), evidence, now);
    }
}
