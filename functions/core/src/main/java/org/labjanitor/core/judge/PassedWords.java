package org.labjanitor.core.judge;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.judge.Rule.Topic;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.EndOfLife;
import org.labjanitor.core.tag.KeepTag;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;

/** Says what was seen where a rule had nothing against an instance. */
final class PassedWords {
    private static final String DESCRIPTION = "EC2 DescribeInstances";

    private final InstancePolicy policy;
    private final LabTags tags;

    PassedWords(InstancePolicy policy, LabTags tags) {
        this.policy = policy;
        this.tags = tags;
    }

    Explanation of(Topic topic, Instance instance, Instant now) {
        return switch (topic) {
            case LAB -> lab(instance);
            case STATE -> Explanation.of("It is " + state(instance.state()) + ".");
            case KEEP -> keep(instance);
            case OWNER -> Explanation.of("No service, group, fleet or cluster owns it.");
            case SPOT ->
                    Explanation.of(
                            instance.spotRequest() == null
                                    ? "No Spot request is behind it."
                                    : "Its Spot request starts no other in its place.");
            case PROTECTION, USE ->
                    throw new IllegalArgumentException(topic + " does not show in a description");
            case START -> start(instance);
            case END -> end(instance);
            case TYPE ->
                    Explanation.of(
                            "The use of a " + instance.type() + " shows in its metrics.",
                            new Fact("type", instance.type(), DESCRIPTION, null));
            case AGE -> age(instance, now);
        };
    }

    private Explanation lab(Instance instance) {
        String value = tags.lab(instance.tags()).orElse("");
        return Explanation.of(
                "It belongs to the lab \"" + value + "\".",
                new Fact("tag " + tags.labKey(), value, DESCRIPTION, null));
    }

    private static String state(InstanceState state) {
        return state == InstanceState.STOPPED ? "stopped" : "running";
    }

    private Explanation keep(Instance instance) {
        String key = tags.keepKey();
        return switch (tags.keep(instance.tags())) {
            case KeepTag.Until(Instant end) ->
                    Explanation.of("Its tag " + key + " held until " + Minutes.utc(end) + ".");
            case KeepTag.None(), KeepTag.Always(), KeepTag.Unreadable(_) ->
                    Explanation.of(
                            instance.tag(key).isPresent()
                                    ? "Its tag " + key + " asks for nothing."
                                    : "It has no tag " + key + ".");
        };
    }

    private static Explanation start(Instance instance) {
        Instant launch = instance.firstLaunch().orElse(null);
        Instant start = instance.lastStart();
        if (launch == null || start == null) {
            return Explanation.of("EC2 does not say when it was launched.");
        }
        String sentence =
                launch.equals(start)
                        ? "Launched at " + Minutes.utc(launch) + "."
                        : "Launched at %s, started last at %s."
                                .formatted(Minutes.utc(launch), Minutes.utc(start));
        return Explanation.of(sentence);
    }

    private Explanation end(Instance instance) {
        if (!InstanceRules.isLaunched(instance)) {
            return Explanation.of("Its end cannot be told without a launch time.");
        }
        Instant begin = Running.of(instance).firstLaunch();
        return switch (tags.endOfLife(instance.tags(), begin)) {
            case EndOfLife.At at ->
                    Explanation.of(
                            "Its time is over at %s, by its tag %s."
                                    .formatted(Minutes.utc(at.end()), at.key()),
                            new Fact("tag " + at.key(), at.value(), DESCRIPTION, at.end()));
            case EndOfLife.Open(), EndOfLife.Unreadable(_) ->
                    Explanation.of(
                            "It has neither a tag %s nor %s."
                                    .formatted(tags.expiresKey(), tags.ttlKey()));
        };
    }

    private Explanation age(Instance instance, Instant now) {
        Instant start = instance.lastStart();
        return Explanation.of(
                start == null
                        ? "Its age cannot be told without a launch time."
                        : "Started %s ago; it is judged from %s on."
                                .formatted(
                                        Phrases.length(Duration.between(start, now)),
                                        Phrases.length(policy.youngLimit())));
    }
}
