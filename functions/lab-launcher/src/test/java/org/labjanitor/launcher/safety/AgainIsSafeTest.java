package org.labjanitor.launcher.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.launcher.result.PieceState;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.fault.Plug;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Launches overlap, repeat and die anywhere: there is one lab in the end, whatever happened. */
class AgainIsSafeTest {
    private static final String LAB =
            """
            {"mode": "launch", "name": "java", END, "roster": ["ada"],
             "instances": [
              {"name": "hub", "image": "IMAGE", "type": "t3.micro", "count": 2},
              {"name": "desk", "image": "IMAGE", "type": "t3.micro", "perStudent": true}],
             "buckets": [{"name": "lab-{lab}-{student}", "perStudent": true, "versioning": true}],
             "files": [{"from": "s3://course-files/java", "to": "s3://lab-{lab}-{student}/start"}]}
            """
                    .replace("IMAGE", Classroom.LINUX);

    /** Its end is the same however often it is launched. */
    private static final String UNTIL = LAB.replace("END", "\"expires\": \"2026-12-04\"");

    /** Its end is another each time that it is launched. */
    private static final String LASTING = LAB.replace("END", "\"ttl\": \"8h\"");

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void aLaunchThatDiesAtAnyCallIsFinishedByTheNext(boolean afterEffect, boolean until) {
        try (Classroom room = new Classroom()) {
            room.shelveFiles("java/a.txt");
            boolean died = true;
            int calls = 0;
            while (died) {
                calls++;
                String lab = "java-" + calls;
                String document = named(lab, until ? UNTIL : LASTING);
                died = dies(room, plug(calls, afterEffect), document);
                room.lab().clock().advance(Duration.ofMinutes(1));

                LaunchResult next = room.run(document);

                assertThat(next.status())
                        .as("killed at call %d: %s %s", calls, next.faults(), next.pieces())
                        .isEqualTo(RunStatus.COMPLETE);
                requireOneLab(room, lab);
            }
            assertThat(calls).isGreaterThan(15);
        }
    }

    private static String named(String lab, String document) {
        return document.replace("\"java\"", "\"" + lab + "\"");
    }

    private static void requireOneLab(Classroom room, String lab) {
        List<Map<String, String>> instances =
                room.instances().stream()
                        .map(AgainIsSafeTest::tags)
                        .filter(tags -> lab.equals(tags.get("lab")))
                        .toList();
        assertThat(instances.stream().map(tags -> tags.get("lab:piece")).sorted())
                .as(lab)
                .containsExactly("desk/ada", "hub", "hub");
        List<String> ends =
                instances.stream().map(tags -> tags.get("lab:expires")).distinct().toList();
        assertThat(ends).as(lab).hasSize(1);
        String bucket = "lab-" + lab + "-ada";
        assertThat(room.tags(bucket))
                .as(lab)
                .containsEntry("lab", lab)
                .containsEntry("lab:expires", ends.getFirst());
        assertThat(room.keys(bucket)).as(lab).containsExactly("start/a.txt");
    }

    /** Whether the plug was pulled before the launch was over. */
    private static boolean dies(Classroom room, Plug plug, String document) {
        room.lab().faults().add(plug);
        try {
            room.run(document);
        } catch (RuntimeException dead) {
            assertThat(plug.isPulled()).as("%s", dead).isTrue();
        }
        room.lab().faults().putPlugBack();
        return plug.isPulled();
    }

    private static Plug plug(int call, boolean afterEffect) {
        return afterEffect ? Plug.pulledAfter(call) : Plug.pulledBefore(call);
    }

    @Test
    void aLostAnswerLaunchesNothingTwice() {
        try (Classroom room = new Classroom()) {
            room.shelveFiles("java/a.txt");
            room.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "RunInstances"));
            room.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "CreateBucket"));

            LaunchResult result = room.run(UNTIL);

            assertThat(result.status()).as("%s", result.pieces()).isEqualTo(RunStatus.COMPLETE);
            requireOneLab(room, "java");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherLaunchBetweenTheLookAndTheFirstChangeGivesOneLab(boolean until) {
        try (Classroom room = new Classroom()) {
            String document = until ? UNTIL : LASTING;
            room.shelveFiles("java/a.txt");
            room.meanwhile(() -> {
                room.lab().clock().advance(Duration.ofMinutes(1));
                assertThat(room.run(document).status()).isEqualTo(RunStatus.COMPLETE);
            });

            LaunchResult result = room.run(document);

            assertThat(result.status()).as("%s", result.pieces()).isEqualTo(RunStatus.COMPLETE);
            assertThat(Classroom.piece(result, "hub").there()).isEqualTo(2);
            assertThat(Classroom.piece(result, "hub").detail())
                    .isEqualTo(
                            until
                                    ? ""
                                    : "another launch of this lab came first; its instances are taken as they are");
            requireOneLab(room, "java");
        }
    }

    @Test
    void whatCameFirstIsTakenAsItIs() {
        try (Classroom room = new Classroom()) {
            String first = LASTING.replace("\"count\": 2", "\"count\": 1");
            room.shelveFiles("java/a.txt");
            room.run(first);
            room.lab().clock().advance(Duration.ofMinutes(1));

            LaunchResult second = room.run(LASTING);

            assertThat(second.endKept()).isTrue();
            assertThat(Classroom.piece(second, "hub").state()).isEqualTo(PieceState.CREATED);
            assertThat(Classroom.piece(second, "hub").there()).isEqualTo(2);
            requireOneLab(room, "java");
        }
    }

    private static Map<String, String> tags(Instance instance) {
        return instance.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }
}
