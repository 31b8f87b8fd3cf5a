package org.labjanitor.core.judge;

import static org.labjanitor.core.metric.Metric.CPU_UTILIZATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.labjanitor.core.login.LoginSource;
import org.labjanitor.core.metric.MetricQuery;
import org.labjanitor.core.metric.Statistic;

/**
 * What to ask next about an instance: the cheapest series that can decide first, 5-minute means
 * only for hours that the hourly bounds leave open and that the verdict hangs on. No question is
 * asked that the evidence answers already.
 */
final class Inquiry {
    /** DescribeSessions lists the last 30 days. */
    private static final Duration SESSION_HISTORY = Duration.ofDays(30);

    /** The tail is opened in steps, since its latest use is all that counts. */
    private static final int STEP = 8;

    private final QuietTerms terms;
    private final LoginGate logins;

    Inquiry(QuietTerms terms, LoginGate logins) {
        this.terms = terms;
        this.logins = logins;
    }

    /**
     * What has to be known before anything but a recent use can be said: empty once it is. A
     * machine at work mostly shows it in an hourly mean of the last day, the cheapest series of
     * all, and is asked for nothing more.
     */
    List<Question> opening(Picture picture) {
        Window window = picture.window();
        if (picture.cpu().isComplete()) {
            return remainder(picture);
        }
        int recent = terms.recentHour(window);
        MetricQuery means =
                window.hourly(CPU_UTILIZATION, Statistic.AVERAGE, recent, window.hours());
        if (isUnanswered(picture, means)) {
            return List.of(new Question.Series(means));
        }
        MetricQuery peaks = window.hourly(CPU_UTILIZATION, Statistic.MAXIMUM);
        if (isUnanswered(picture, peaks)) {
            return List.of(new Question.Series(peaks));
        }
        List<Question> hotAndRecent =
                hours(window, hour -> hour >= recent && picture.cpu().isHot(hour));
        return hotAndRecent.isEmpty() ? remainder(picture) : hotAndRecent;
    }

    private List<Question> remainder(Picture picture) {
        Window window = picture.window();
        List<Question> questions = new ArrayList<>();
        if (!picture.cpu().isComplete()) {
            int recent = terms.recentHour(window);
            if (anyHour(window, hour -> hour < recent && picture.cpu().isHot(hour))) {
                add(
                        questions,
                        picture,
                        window.hourly(CPU_UTILIZATION, Statistic.AVERAGE, 0, recent));
            }
            add(questions, picture, window.hourly(CPU_UTILIZATION, Statistic.SAMPLE_COUNT));
        }
        NetworkReading.queries(window, terms.networkLead())
                .forEach(query -> add(questions, picture, query));
        questions.addAll(logins.sessions(picture.evidence(), window));
        return questions;
    }

    static Question.Logins logins(LoginSource source, Window window) {
        Instant since = window.start();
        Instant oldest = window.endTime().minus(SESSION_HISTORY);
        boolean beyond = source == LoginSource.SESSION_MANAGER && since.isBefore(oldest);
        return new Question.Logins(source, beyond ? oldest : since);
    }

    /** The open hours in which a use would mean that the instance was not quiet for long enough. */
    List<Question> recentDetail(Picture picture) {
        Window window = picture.window();
        int recent = Math.max(0, window.slots() - terms.quietSlots());
        if (!picture.slots().any(recent, window.slots(), Slots.OPEN)) {
            return List.of();
        }
        return openHours(picture, recent, window.slots());
    }

    /** The open hours that stand between the bounds and a verdict. */
    List<Question> detail(Picture picture) {
        List<Question> tail = tailDetail(picture);
        if (!tail.isEmpty()) {
            return tail;
        }
        List<Question> pauses = pauseDetail(picture);
        return pauses.isEmpty() ? openHours(picture, 0, picture.window().slots()) : pauses;
    }

    private List<Question> tailDetail(Picture picture) {
        int end = picture.window().slots();
        int tail = Math.max(0, picture.pauses().lastUse());
        int near = Math.max(tail, end - STEP * terms.quietSlots());
        List<Question> nearest = openHours(picture, near, end);
        return nearest.isEmpty() ? openHours(picture, tail, end) : nearest;
    }

    private List<Question> pauseDetail(Picture picture) {
        Pauses pauses = picture.pauses();
        Slots slots = picture.slots();
        Window window = picture.window();
        double bearable =
                terms.gapFactor() == 0 ? window.slots() : pauses.quietAtLeast() / terms.gapFactor();
        boolean[] asked = new boolean[window.hours()];
        for (Pauses.Pause pause : pauses.mayExceed(bearable)) {
            for (int slot = pause.from(); slot <= pause.to(); slot++) {
                asked[slot / Window.SLOTS_PER_HOUR] |= slots.has(slot, Slots.OPEN);
            }
        }
        return hours(window, hour -> asked[hour]);
    }

    private static List<Question> openHours(Picture picture, int first, int end) {
        Window window = picture.window();
        return hours(
                window,
                hour ->
                        window.hourEnd(hour) > first
                                && picture.slots()
                                        .any(
                                                Math.max(first, hour * Window.SLOTS_PER_HOUR),
                                                Math.min(end, window.hourEnd(hour)),
                                                Slots.OPEN));
    }

    /** One question for each run of such hours. */
    private static List<Question> hours(Window window, IntPredicate wanted) {
        List<Question> questions = new ArrayList<>();
        int hour = 0;
        while (hour < window.hours()) {
            int first = hour;
            while (hour < window.hours() && wanted.test(hour)) {
                hour++;
            }
            if (hour > first) {
                questions.add(new Question.Series(window.means(first, hour)));
            }
            hour++;
        }
        return questions;
    }

    private static boolean anyHour(Window window, IntPredicate wanted) {
        for (int hour = 0; hour < window.hours(); hour++) {
            if (wanted.test(hour)) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Question> questions, Picture picture, MetricQuery query) {
        if (isUnanswered(picture, query)) {
            questions.add(new Question.Series(query));
        }
    }

    private static boolean isUnanswered(Picture picture, MetricQuery query) {
        return picture.evidence().metric(query).isEmpty();
    }
}
