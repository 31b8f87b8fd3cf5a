package org.labjanitor.cli.demo.course;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.ExpiredBucketsHandler;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.progress.BucketSweepListener;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.control.LabClock;
import org.labjanitor.simulator.sns.LabMessage;
import org.labjanitor.simulator.sns.LabTopic;

/**
 * Plays two weeks of a class: people work, forget, keep, extend and come back, and the two
 * functions run on their schedules as they would in Lambda. The diary is what they answered.
 */
public final class CoursePlay implements AutoCloseable {
    private static final byte[] SCHEDULED =
            "{\"mode\": \"clean\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration LAMBDA_TIME = Duration.ofMinutes(15);

    private final CourseLab course = new CourseLab();
    private final LabTopic topic = course.region().topics().create("lab-janitor");
    private final Diarist diarist = new Diarist();
    private final List<RunResult> runs = new ArrayList<>();

    /** Plays the two weeks. */
    public void play() {
        LabClock clock = course.lab().clock();
        Pause pause = clock::advance;
        try (var instances =
                        new IdleInstancesHandler(
                                settings(),
                                course.connection(),
                                clock,
                                pause,
                                SweepListener.silent());
                var buckets =
                        new ExpiredBucketsHandler(
                                settings(),
                                course.connection(),
                                clock,
                                pause,
                                BucketSweepListener.silent(),
                                new StopSignal())) {
            for (Moment moment : moments()) {
                turnTo(moment.at());
                if (moment.deed() == null) {
                    note(instances.run(SCHEDULED, TimeBudget.of(LAMBDA_TIME, clock)));
                    note(buckets.run(SCHEDULED, TimeBudget.of(LAMBDA_TIME, clock)));
                } else {
                    moment.deed().act().accept(course);
                    diarist.write(moment.deed());
                }
            }
        }
    }

    public List<Entry> diary() {
        return diarist.entries();
    }

    /** Every run of both functions, in order. */
    public List<RunResult> runs() {
        return List.copyOf(runs);
    }

    /** What owners and the admin were told, in order. */
    public List<LabMessage> messages() {
        return topic.messages();
    }

    /** The first warning that a student got. */
    public String warningTo(Student student) {
        return topic.messages().stream()
                .filter(message -> message.text("owner").equals(student.address()))
                .map(LabMessage::body)
                .findFirst()
                .orElseThrow();
    }

    /** What is left of the class: instances and buckets, the janitor's own not counted. */
    public int left() {
        return course.region().ec2().liveInstanceIds().size()
                + (course.region().buckets().find(CourseLab.BUCKET).isPresent() ? 1 : 0);
    }

    @Override
    public void close() {
        course.close();
    }

    /** A deed, or where there is none, a round of the janitor's. */
    private record Moment(Instant at, @Nullable Deed deed) {}

    private static List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        Timetable.deeds().forEach(deed -> moments.add(new Moment(deed.at(), deed)));
        Timetable.rounds().forEach(at -> moments.add(new Moment(at, null)));
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** A run may have turned the clock beyond the moment already. */
    private void turnTo(Instant at) {
        LabClock clock = course.lab().clock();
        if (at.isAfter(clock.now())) {
            clock.set(at);
        }
    }

    private void note(RunResult run) {
        runs.add(run);
        diarist.write(run);
    }

    private Settings settings() {
        return Settings.from(
                Map.of(
                        "JANITOR_ACCOUNT_ID", CourseLab.ACCOUNT,
                        "JANITOR_STATE_BUCKET", CourseLab.STATE,
                        "JANITOR_REPORT_BUCKET", CourseLab.REPORTS,
                        "JANITOR_TOPIC_ARN", topic.arn(),
                        "JANITOR_REMOVAL_HOURS", "Mon-Fri 10:00-17:00 " + Timetable.ZONE));
    }
}
