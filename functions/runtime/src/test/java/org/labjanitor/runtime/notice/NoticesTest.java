package org.labjanitor.runtime.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.notice.Candidates.BUCKETS;
import static org.labjanitor.runtime.notice.Candidates.INSTANCES;
import static org.labjanitor.runtime.notice.Candidates.IN_USE;
import static org.labjanitor.runtime.notice.Candidates.bucket;
import static org.labjanitor.runtime.notice.Candidates.ended;
import static org.labjanitor.runtime.notice.Candidates.idle;
import static org.labjanitor.runtime.notice.Candidates.instance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.SentNotice;
import org.labjanitor.runtime.result.SentNotice.Kind;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.sns.LabMessage;
import org.labjanitor.simulator.sns.LabSubscription;

class NoticesTest {
    private final NoticeBench bench = new NoticeBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Delivery warn(List<Candidate> candidates) {
        return bench.notices.warn(INSTANCES, candidates, bench.tomorrow());
    }

    @Test
    void everyOwnerGetsOneMessageWithAllOfTheirsAndNothingElse() {
        LabSubscription mary = bench.subscriber("mary");
        LabSubscription john = bench.subscriber("john");

        Delivery delivery = warn(List.of(idle("mary", 1), idle("john", 2), idle("mary", 3)));

        assertThat(mary.inbox())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.body()).contains("box-1", "box-3").doesNotContain("box-2");
                    assertThat(message.text("kind")).isEqualTo("warning");
                    assertThat(message.text("sweep")).isEqualTo("instances");
                    assertThat(message.text("account")).isEqualTo(Candidates.ACCOUNT);
                });
        assertThat(john.inbox()).hasSize(1);
        assertThat(delivery.sent())
                .containsExactly(
                        new SentNotice(Kind.WARNING, "mary", 2, true, ""),
                        new SentNotice(Kind.WARNING, "john", 1, true, ""));
        assertThat(delivery.accepted())
                .hasSize(3)
                .containsEntry(idle("john", 2).id(), bench.lab.clock().instant());
    }

    @Test
    void whatHasNoOwnerGoesToTheAdmin() {
        LabSubscription admin = bench.subscriber("the-admin");
        warn(List.of(idle(null, 1), idle("  ", 2), idle("\u0000\u202e", 3)));

        assertThat(admin.inbox())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body())
                                .contains("No owner is named (tag lab:owner)")
                                .contains("box-1", "box-2"));
    }

    @Test
    void hostileOwnersArriveAsFarAsSnsAllows() {
        String emoji = "🚀".repeat(256);
        List<String> owners =
                List.of("mary\njohn", "<b>mary</b>", "ma\u0007ry", emoji, "say \"hi\" \\o/");
        List<Candidate> candidates = new ArrayList<>();
        owners.forEach(owner -> candidates.add(idle(owner, candidates.size())));

        assertThat(warn(candidates).accepted()).hasSize(5);
        assertThat(bench.topic.messages())
                .extracting(message -> message.text("owner"))
                .containsExactlyInAnyOrder(
                        "mary john", "<b>mary</b>", "ma?ry", emoji, "say 'hi' /o/");
        assertThat(bench.topic.messages())
                .allSatisfy(message -> {
                    assertThat(message.subject()).matches("[ -~]{1,99}");
                    assertThat(
                                    message.body()
                                            .codePoints()
                                            .filter(Character::isISOControl)
                                            .distinct())
                            .containsExactly((int) '\n');
                });
    }

    @Test
    void ownersThatBecomeEqualShareOneMessage() {
        LabSubscription both = bench.subscriber("mary john");
        Delivery delivery = warn(List.of(idle("mary\njohn", 1), idle("mary\tjohn", 2)));

        assertThat(both.inbox()).hasSize(1);
        assertThat(delivery.accepted()).hasSize(2);
    }

    @Test
    void fiveThousandForOneOwnerAreSplitIntoMailsThatSayWhichPartTheyAre() {
        LabSubscription mary = bench.subscriber("mary");
        Delivery delivery = warn(idle("mary", 0, 5_000));

        assertThat(delivery.accepted()).hasSize(5_000);
        List<LabMessage> parts = mary.inbox();
        assertThat(parts).hasSizeBetween(2, 30);
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.body().getBytes(StandardCharsets.UTF_8))
                            .hasSizeLessThan(100_000);
                    assertThat(part.subject()).contains(" of " + parts.size() + ")");
                    assertThat(part.body()).contains(" of " + parts.size() + ". It speaks of ");
                });
        assertThat(delivery.sent().stream().mapToInt(SentNotice::items).sum()).isEqualTo(5_000);
    }

    @Test
    void manyOwnersAreToldInParallelEachOnce() {
        List<Candidate> candidates =
                IntStream.range(0, 100).mapToObj(i -> idle("owner-" + i, i)).toList();
        assertThat(warn(candidates).accepted()).hasSize(100);
        assertThat(bench.topic.messages())
                .extracting(message -> message.text("owner"))
                .doesNotHaveDuplicates()
                .hasSize(100);
    }

    @Test
    void aThrottledMessageIsSentAgain() {
        bench.lab.faults().add(Fault.onCall(1, FaultKind.THROTTLE, "Publish"));
        assertThat(warn(List.of(idle("mary", 1))).accepted()).hasSize(1);
    }

    @Test
    void aMessageThatIsThrottledForGoodIsToldAndItsItemsAreNotWarned() {
        bench.lab.faults().add(Fault.everyCall(FaultKind.THROTTLE, "Publish"));
        Delivery delivery = warn(List.of(idle("mary", 1)));

        assertThat(delivery.accepted()).isEmpty();
        assertThat(delivery.sent())
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.accepted()).isFalse();
                    assertThat(sent.detail()).contains("Throttling", "also after retries");
                });
    }

    @Test
    void aRefusedMessageDoesNotStopTheOthers() {
        bench.lab
                .faults()
                .add(Fault.onCall(1, FaultKind.ERROR, "Publish").withCode("InvalidParameter", 400));
        Delivery delivery = warn(List.of(idle("mary", 1), idle("john", 2)));

        assertThat(delivery.sent())
                .extracting(SentNotice::accepted)
                .containsExactlyInAnyOrder(true, false);
        assertThat(delivery.accepted()).hasSize(1);
    }

    @Test
    void aTopicThatIsGoneIsToldForEveryOwner() {
        bench.lab.account(Lab.DEFAULT_ACCOUNT).region("eu-west-1").topics().delete("janitor");
        Delivery delivery = warn(List.of(idle("mary", 1), idle("john", 2)));

        assertThat(delivery.accepted()).isEmpty();
        assertThat(delivery.sent())
                .hasSize(2)
                .allSatisfy(sent ->
                        assertThat(sent.detail()).contains("NotFound, Topic does not exist"));
    }

    @Test
    void whereNothingCanBePublishedOnlyAFewMessagesAreTried() {
        bench.lab.account(Lab.DEFAULT_ACCOUNT).deny("sns:Publish");
        Delivery delivery =
                warn(IntStream.range(0, 200).mapToObj(i -> idle("owner-" + i, i)).toList());

        assertThat(delivery.accepted()).isEmpty();
        assertThat(delivery.sent())
                .hasSize(200)
                .allSatisfy(sent ->
                        assertThat(sent.detail())
                                .contains("The credentials need the permission sns:Publish"));
        assertThat(bench.lab.calls().count("Publish")).isLessThan(50);
    }

    @Test
    void anEndpointThatIsDownIsToldAndNoException() {
        bench.lab.close();
        Delivery delivery = warn(List.of(idle("mary", 1)));

        assertThat(delivery.accepted()).isEmpty();
        assertThat(delivery.sent().getFirst().detail()).contains("no answer");
    }

    @Test
    void withoutATopicNothingIsAcceptedAndTheSettingIsNamed() {
        Notices without = new Notices(bench.clients, Settings.defaults(), bench.lab.clock());
        Delivery delivery = without.warn(INSTANCES, List.of(idle("mary", 1)), bench.tomorrow());

        assertThat(delivery.accepted()).isEmpty();
        assertThat(delivery.sent().getFirst().detail()).contains("JANITOR_TOPIC_ARN");
    }

    @Test
    void theAcceptanceIsTimedWhenItHappens() {
        warn(List.of(idle("mary", 1)));
        bench.lab.clock().advance(Duration.ofHours(3));
        Delivery later = warn(List.of(idle("mary", 2)));
        assertThat(later.accepted())
                .containsEntry(idle("mary", 2).id(), bench.lab.clock().instant());
    }

    @Test
    void aWithdrawalSaysWhyTheyStay() {
        LabSubscription mary = bench.subscriber("mary");
        bench.notices.withdraw(INSTANCES, List.of(instance("mary", "box-1", 1, IN_USE)));

        assertThat(mary.inbox())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.text("kind")).isEqualTo("withdrawal");
                    assertThat(message.subject()).isEqualTo("box-1 stays after all");
                    assertThat(message.body()).contains("Stays because: In use: CPU 63 %");
                });
    }

    @Test
    void anOutcomeTellsWhatWasObservedForEachOfThem() {
        LabSubscription mary = bench.subscriber("mary");
        bench.notices.tell(
                INSTANCES,
                List.of(
                        ended(idle("mary", 1), Outcome.REMOVED, ""),
                        ended(idle("mary", 2), Outcome.REMOVED, ""),
                        ended(idle("mary", 3), Outcome.REFUSED, "a policy denies it"),
                        ended(instance("mary", "box-4", 4, IN_USE), Outcome.NOT_REACHED, ""),
                        ended(idle("mary", 5), Outcome.STILL_THERE, ""),
                        ended(idle("mary", 6), Outcome.GONE_ALREADY, "")));

        LabMessage message = mary.inbox().getFirst();
        assertThat(message.text("kind")).isEqualTo("outcome");
        assertThat(message.subject())
                .isEqualTo(
                        "Instances: 2 terminated, 1 refused, 1 still there, 1 spared, 1 gone before");
        assertThat(message.body())
                .contains("Saves: $140.16 a month")
                .contains("Outcome: a policy denies it")
                .contains("## Spared: 1 instance")
                .contains("In use: CPU 63 %");
    }

    @Test
    void anEmptiedBucketIsNotCalledDeleted() {
        LabSubscription mary = bench.subscriber("mary");
        Candidate kept = bucket("mary", "lab-mary", Action.WOULD_EMPTY);
        bench.notices.tell(BUCKETS, List.of(ended(kept, Outcome.EMPTIED, "")));

        assertThat(mary.inbox().getFirst().subject()).isEqualTo("lab-mary: emptied");
        assertThat(mary.inbox().getFirst().body())
                .contains("Nothing is left in it; it stays.")
                .doesNotContain("eleted");
    }

    @Test
    void withNothingToSayNobodyIsAsked() {
        Delivery delivery = warn(List.of());
        assertThat(delivery.sent()).isEmpty();
        assertThat(bench.lab.calls().total()).isZero();
    }
}
