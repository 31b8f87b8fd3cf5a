package org.labjanitor.instances.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fourteen days of a real machine's CPU, in 5-minute means, moved by whole days so that it begins
 * on {@link #FIRST_DAY}.
 *
 * @param start start of the first 5-minute bucket
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record RealSeries(String name, Instant start, double[] values) {
    static final Instant FIRST_DAY = Instant.parse("2026-11-02T00:00:00Z");
    static final Duration SLOT = Duration.ofMinutes(5);

    private static final Path FOLDER = Path.of("../../../shared/data/cloudwatch");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The series of that machine; skips the test where the data are not at hand. */
    static RealSeries read(String name) {
        Path file = FOLDER.resolve("ec2_cpu_utilization_" + name + ".csv");
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: the real CPU series are not at hand (" + file + ")");
        try {
            return parse(name, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static RealSeries parse(String name, List<String> lines) {
        List<Double> values = new ArrayList<>();
        Instant first = Instant.EPOCH;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (values.isEmpty()) {
                first = LocalDateTime.parse(fields[0], FORMAT).toInstant(ZoneOffset.UTC);
            }
            values.add(Double.valueOf(fields[1]));
        }
        Duration timeOfDay =
                Duration.ofSeconds(
                        Math.floorMod(first.getEpochSecond(), Duration.ofDays(1).toSeconds()));
        Duration aligned = SLOT.multipliedBy(timeOfDay.dividedBy(SLOT));
        return new RealSeries(
                name,
                FIRST_DAY.plus(aligned),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Instant slotStart(int slot) {
        return start.plus(SLOT.multipliedBy(slot));
    }

    /** The first slot at or after the moment, 0 to the series' length. */
    int slotAt(Instant moment) {
        long slots = Duration.between(start, moment).plus(SLOT).minusNanos(1).dividedBy(SLOT);
        return (int) Math.clamp(slots, 0L, values.length);
    }
}
