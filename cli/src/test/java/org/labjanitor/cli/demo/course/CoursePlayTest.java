package org.labjanitor.cli.demo.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.sns.LabMessage;

/** Two weeks of a class, from the launch to what is left. */
class CoursePlayTest {
    private static final CoursePlay PLAY = played();

    @Test
    void whoKeepsItsMachineKeepsIt() {
        assertThat(diary())
                .containsSubsequence(
                        "cleo@uni.example is warned about cleo's machine",
                        "cleo reads her mail",
                        "The warning about cleo's machine is taken back. Its tag lab:keep keeps it")
                .doesNotContain("cleo's machine is removed");
    }

    @Test
    void whoExtendsAndGoesOnWorkingKeepsIt() {
        assertThat(diary())
                .containsSubsequence(
                        "dora@uni.example is warned about dora's machine",
                        "dora reads hers and moves lab:expires",
                        "The warning about dora's machine is taken back")
                .doesNotContain("dora's machine is removed");
    }

    @Test
    void whoLogsInAgainIsSparedAndWarnedAnewWhenTheMachineRestsForLonger() {
        assertThat(diary())
                .containsSubsequence(
                        "emil@uni.example is warned",
                        "emil logs in",
                        "The warning about emil's machine is taken back. In use: login of",
                        "emil@uni.example is warned",
                        "emil's machine is removed");
    }

    @Test
    void whoIgnoresItLosesItAfterTheWeekendAndInWorkingHours() {
        assertThat(diary())
                .containsSubsequence(
                        "ben@uni.example is warned",
                        "ben's machine waits: removals happen next from 2026-03-09 10:00",
                        "ben's machine is removed");
        assertThat(removal("ben")).isEqualTo(Timetable.at(8, "10:00"));
    }

    @Test
    void nothingGoesBeforeItsOwnerHadADay() {
        for (String id : removed()) {
            Instant warned =
                    PLAY.messages().stream()
                            .filter(message -> message.text("kind").equals("warning"))
                            .filter(message -> message.body().contains(id))
                            .map(LabMessage::at)
                            .max(Instant::compareTo)
                            .orElseThrow();

            assertThat(Duration.between(warned, removalOf(id)))
                    .isGreaterThanOrEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void twoMachinesAndABucketGoAndTheTotalSaysSo() {
        assertThat(removed()).hasSize(3);
        assertThat(PLAY.left()).isEqualTo(2);
        assertThat(last("instances").correspondence().total())
                .satisfies(total -> assertThat(total.removed()).isEqualTo(2));
        assertThat(last("buckets").correspondence().total())
                .satisfies(total -> assertThat(total.removed()).isEqualTo(1));
    }

    private static CoursePlay played() {
        try (CoursePlay play = new CoursePlay()) {
            play.play();
            return play;
        }
    }

    private static String diary() {
        return PLAY.diary().stream().map(Entry::text).collect(Collectors.joining("\n"));
    }

    private static RunResult last(String sweep) {
        return PLAY.runs().stream()
                .filter(run -> run.sweep().equals(sweep))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static List<String> removed() {
        return PLAY.runs().stream()
                .flatMap(run -> run.items().stream())
                .filter(item -> item.outcome() == Outcome.REMOVED)
                .map(item -> item.resource().id())
                .toList();
    }

    private static Instant removal(String name) {
        return PLAY.runs().stream()
                .filter(run ->
                        run.items().stream()
                                .anyMatch(item ->
                                        item.outcome() == Outcome.REMOVED
                                                && name.equals(item.resource().name())))
                .findFirst()
                .orElseThrow()
                .startedAt();
    }

    private static Instant removalOf(String id) {
        return PLAY.runs().stream()
                .filter(run ->
                        run.items().stream()
                                .anyMatch(item ->
                                        item.outcome() == Outcome.REMOVED
                                                && id.equals(item.resource().id())))
                .findFirst()
                .orElseThrow()
                .startedAt();
    }
}
