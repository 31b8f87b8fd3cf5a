package org.labjanitor.runtime.grace;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.runtime.grace.GraceLab.DAY;
import static org.labjanitor.runtime.grace.GraceLab.HOME;
import static org.labjanitor.runtime.grace.GraceLab.idle;
import static org.labjanitor.runtime.grace.GraceLab.used;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Ended;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunningTotal;
import org.labjanitor.simulator.fault.Plug;
import org.labjanitor.simulator.sns.LabMessage;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A run dies at every single call, and the runs after it make good what it left. Things of the lab
 * are objects in a bucket here, so that removing one is a call like any other.
 */
final class AgainIsSafeTest {
    private static final String THINGS = "things";
    private static final Duration NEXT_RUN = Claim.LIFE.plusMinutes(1);

    @Test
    void aRunThatDiesBeforeAnyOfItsCallsIsMadeGood() {
        dieEverywhere(Plug::pulledBefore);
    }

    @Test
    void aRunThatDiesAfterAnyOfItsCallsIsMadeGood() {
        dieEverywhere(Plug::pulledAfter);
    }

    private static void dieEverywhere(IntFunction<Plug> dying) {
        int deaths = 0;
        boolean died = true;
        while (died) {
            try (Scene scene = new Scene()) {
                died = scene.diesAt(dying.apply(deaths + 1));
                scene.lastRuns();
                scene.assertAllIsMadeGood("death at call " + (deaths + 1));
                deaths += died ? 1 : 0;
            }
        }
        assertThat(deaths).isGreaterThan(8);
    }

    /**
     * Five things: one is due, one was warned of and is in use again, one was warned of and is in
     * use only while the dying run looks, one was warned of and went, and one is idle and new.
     */
    private static final class Scene implements AutoCloseable {
        private static final String DUE = "i-due";
        private static final String USED = "i-used";
        private static final String WAVERING = "i-wavering";
        private static final String GONE = "i-gone";
        private static final String NEW = "i-new";

        private final GraceLab lab = new GraceLab();
        private final S3Client s3 = lab.bucket().s3();
        private final Instant firstSight;
        private boolean dying = true;
        private final Map<String, Integer> removals = new HashMap<>();

        Scene() {
            s3.createBucket(r -> r.bucket(THINGS));
            List.of(DUE, USED, WAVERING, NEW)
                    .forEach(thing -> lab.bucket().write(THINGS, thing, "x"));
            lab.warnAndWait(idle(DUE), idle(USED), idle(WAVERING), idle(GONE));
            firstSight = lab.now();
        }

        boolean diesAt(Plug plug) {
            lab.lab().faults().add(plug);
            try {
                run();
            } catch (SdkException e) {
                assertThat(e).hasMessageContaining("The plug is pulled");
            }
            lab.lab().faults().putPlugBack();
            dying = false;
            return plug.isPulled();
        }

        void lastRuns() {
            for (int i = 0; i < 2; i++) {
                lab.pass(NEXT_RUN);
                run();
            }
        }

        private void run() {
            RunGrace grace = lab.run();
            List<Candidate> candidates = listed().stream().map(this::judged).toList();
            var stages = grace.warn(candidates, Set.of(HOME));
            List<Candidate> due =
                    candidates.stream()
                            .filter(candidate -> stages.get(candidate.id()) instanceof Stage.Due)
                            .toList();
            Set<String> claimed = grace.claim(due);
            List<Ended> ended = new ArrayList<>();
            for (Candidate candidate : due) {
                if (claimed.contains(candidate.id())) {
                    ended.add(new Ended(candidate, removed(candidate.id()), ""));
                }
            }
            grace.settle(ended);
        }

        private Outcome removed(String id) {
            if (!listed().contains(id)) {
                return Outcome.GONE_ALREADY;
            }
            s3.deleteObject(r -> r.bucket(THINGS).key(id));
            removals.merge(id, 1, Integer::sum);
            return listed().contains(id) ? Outcome.STILL_THERE : Outcome.REMOVED;
        }

        private List<String> listed() {
            return s3.listObjectsV2(r -> r.bucket(THINGS)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        }

        private Candidate judged(String id) {
            return id.equals(USED) || (id.equals(WAVERING) && dying) ? used(id) : idle(id);
        }

        void assertAllIsMadeGood(String when) {
            RunGrace report = lab.report();
            Stage fresh =
                    requireNonNull(report.look(List.of(idle(NEW))).get(NEW), "no stage of " + NEW);
            RunningTotal total = requireNonNull(report.correspondence().total());
            boolean wavered =
                    !told("withdrawal", WAVERING).isEmpty() || told("warning", WAVERING).size() > 1;
            List<String> left = wavered ? List.of(NEW, USED, WAVERING) : List.of(NEW, USED);
            assertThat(listed()).as(when).containsExactlyInAnyOrderElementsOf(left);
            assertThat(removals.values()).as(when).allMatch(times -> times == 1);
            assertThat(total.removed()).as(when).isEqualTo(wavered ? 1 : 2);
            assertThat(lab.ledger()).as(when).contains(NEW).doesNotContain(DUE, USED, GONE);
            assertThat(fresh)
                    .as(when)
                    .isInstanceOfSatisfying(
                            Stage.Waiting.class,
                            waiting ->
                                    assertThat(waiting.warning().deadline())
                                            .isAfterOrEqualTo(firstSight.plus(DAY)));
            assertTold(when, "warning", NEW);
            assertTold(when, "withdrawal", USED);
            assertTold(when, "outcome", DUE);
        }

        /** At least once, and at worst twice. */
        private void assertTold(String when, String kind, String thing) {
            assertThat(told(kind, thing))
                    .as("%s: %s of %s", when, kind, thing)
                    .hasSizeBetween(1, 2);
        }

        private List<LabMessage> told(String kind, String thing) {
            return lab.topic().messages().stream()
                    .filter(message -> message.text("kind").equals(kind))
                    .filter(message -> message.body().contains(thing))
                    .toList();
        }

        @Override
        public void close() {
            lab.close();
        }
    }
}
