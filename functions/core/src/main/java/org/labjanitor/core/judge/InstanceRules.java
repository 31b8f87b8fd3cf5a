package org.labjanitor.core.judge;

import static org.labjanitor.core.judge.Rule.Topic.AGE;
import static org.labjanitor.core.judge.Rule.Topic.END;
import static org.labjanitor.core.judge.Rule.Topic.KEEP;
import static org.labjanitor.core.judge.Rule.Topic.LAB;
import static org.labjanitor.core.judge.Rule.Topic.OWNER;
import static org.labjanitor.core.judge.Rule.Topic.PROTECTION;
import static org.labjanitor.core.judge.Rule.Topic.SPOT;
import static org.labjanitor.core.judge.Rule.Topic.START;
import static org.labjanitor.core.judge.Rule.Topic.STATE;
import static org.labjanitor.core.judge.Rule.Topic.TYPE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.verdict.Verdict;

/** The order in which an instance's rules are asked, before anyone looks at its use. */
final class InstanceRules {
    private InstanceRules() {}

    static List<Rule> inOrder(Standing standing, Lifetime lifetime) {
        return List.of(
                always(LAB, (instance, _, _) -> standing.notLab(instance)),
                always(STATE, (instance, _, _) -> standing.notRunning(instance)),
                always(KEEP, (instance, _, now) -> standing.keepTag(instance, now)),
                always(OWNER, (instance, _, _) -> standing.owned(instance)),
                unlessNamed(SPOT, (instance, _, _) -> standing.persistentSpot(instance)),
                always(SPOT, (instance, _, _) -> standing.unreadSpotRequest(instance)),
                always(PROTECTION, (_, evidence, _) -> standing.protection(evidence)),
                always(KEEP, (instance, _, _) -> standing.unreadableKeep(instance)),
                always(STATE, (instance, _, _) -> standing.unknownState(instance)),
                unlessNamed(START, (instance, _, now) -> lifetime.implausibleStart(instance, now)),
                launched(END, (running, _) -> lifetime.unreadableEnd(running)),
                launched(END, lifetime::expired),
                launched(STATE, (running, now) -> lifetime.stopped(running.instance(), now)),
                launched(TYPE, (running, _) -> lifetime.accelerated(running.instance())),
                launched(AGE, lifetime::young));
    }

    private static Rule always(Rule.Topic topic, Rule.Check check) {
        return new Rule(topic, true, check);
    }

    private static Rule unlessNamed(Rule.Topic topic, Rule.Check check) {
        return new Rule(topic, false, check);
    }

    /** One that says nothing of an instance without a launch time. */
    private static Rule launched(Rule.Topic topic, LaunchedCheck check) {
        return unlessNamed(
                topic,
                (instance, _, now) ->
                        isLaunched(instance)
                                ? check.verdict(Running.of(instance), now)
                                : Optional.empty());
    }

    static boolean isLaunched(Instance instance) {
        return instance.firstLaunch().isPresent();
    }

    @FunctionalInterface
    private interface LaunchedCheck {
        Optional<Verdict> verdict(Running running, Instant now);
    }
}
