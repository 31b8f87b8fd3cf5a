package org.labjanitor.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.MetricStore;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ec2.InstanceSeed;

/**
 * The simulated fleet of the benchmark, in a process of its own so that its memory counts apart.
 */
public final class FleetLab {
    static final List<String> REGIONS = List.of("us-east-1", "us-east-2", "us-west-2", "eu-west-1");
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final Duration SLOT = Duration.ofMinutes(5);
    private static final Duration HISTORY = Duration.ofDays(15);
    private static final int POINTS = (int) HISTORY.dividedBy(SLOT);
    private static final Instant START = NOW.minus(HISTORY);

    private FleetLab() {}

    /**
     * Seeds as many instances as the first argument says, prints the endpoint, waits to be ended.
     */
    public static void main(String[] arguments) throws Exception {
        int instances = Integer.parseInt(arguments[0]);
        try (Lab lab = Lab.builder().now(NOW).start()) {
            for (int index = 0; index < instances; index++) {
                seed(lab, index);
            }
            System.out.println(lab.endpoint());
            while (System.in.read() >= 0) {
                // Ends when the benchmark closes its end of the pipe.
            }
        }
    }

    private static void seed(Lab lab, int index) {
        String region = REGIONS.get(index % REGIONS.size());
        Kind kind = Kind.of(index / REGIONS.size());
        InstanceSeed.Builder machine =
                InstanceSeed.builder()
                        .type("t3.large")
                        .zone(region + "abc".charAt(index % 3))
                        .launched(START)
                        .attached(START)
                        .tag("Name", kind + "-" + index)
                        .tag("lab", "fleet");
        if (kind == Kind.KEPT) {
            machine.tag("lab:keep", "true");
        }
        String id = lab.account(Lab.DEFAULT_ACCOUNT).region(region).ec2().seed(machine.build());
        MetricStore metrics = lab.account(Lab.DEFAULT_ACCOUNT).region(region).metrics();
        metrics.seedBasic(
                MetricId.ofInstance("CPUUtilization", id),
                START,
                Profile.generated(POINTS, kind.cpu(index)));
        for (String name : List.of("NetworkIn", "NetworkOut")) {
            metrics.seedBasic(
                    MetricId.ofInstance(name, id), START, Profile.constant(POINTS, 4_000));
        }
    }

    /** What machines of a lab are like: of twenty, so many of each kind. */
    private enum Kind {
        ALWAYS_BUSY,
        OFFICE_HOURS,
        EVENINGS,
        IDLE,
        ONCE_A_WEEK,
        KEPT;

        static Kind of(int number) {
            return switch (number % 20) {
                case 0, 1, 2, 3 -> ALWAYS_BUSY;
                case 4, 5, 6, 7, 8, 9 -> OFFICE_HOURS;
                case 10, 11 -> EVENINGS;
                case 12, 13, 14, 15, 16 -> IDLE;
                case 17, 18 -> ONCE_A_WEEK;
                default -> KEPT;
            };
        }

        IntToDoubleFunction cpu(int seed) {
            return point -> isUsed(START.plus(SLOT.multipliedBy(point)), seed) ? 40 : 1 + seed % 3;
        }

        private boolean isUsed(Instant moment, int seed) {
            ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
            int hour = time.getHour();
            boolean weekend = time.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
            return switch (this) {
                case ALWAYS_BUSY -> true;
                case OFFICE_HOURS -> !weekend && hour >= 8 + seed % 2 && hour < 16 + seed % 3;
                case EVENINGS -> hour >= 19 && hour < 21;
                case ONCE_A_WEEK -> time.getDayOfWeek() == DayOfWeek.TUESDAY && hour == 9;
                case IDLE, KEPT -> false;
            };
        }
    }
}
