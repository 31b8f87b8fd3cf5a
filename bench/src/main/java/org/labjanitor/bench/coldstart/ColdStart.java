package org.labjanitor.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labjanitor.buckets.ExpiredBucketsHandler;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.ec2.InstanceSeed;

/**
 * Measures cold starts: of each variant several, taken in turns, and the medians printed. What
 * counts is the ratio to the others of the same run.
 */
public final class ColdStart {
    private static final String INSTANCES = "idle-instances";
    private static final String BUCKETS = "expired-buckets";

    private ColdStart() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments how many of each (7 unless given), the share of a CPU (1), the memory in MB
     *     (1769), and then options for Java that each variant is also tried with
     */
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        double cpus = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        int memory = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1769;
        List<String> options = Stream.of(arguments).skip(3).toList();
        Path workspace =
                Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cold-start");
        try (Lab lab = lab();
                CpuShare share = new CpuShare(cpus)) {
            Packages packages = new Packages(workspace);
            FunctionStarter starter = new FunctionStarter(lab, memory, workspace);
            Variant hello = packages.hello();
            List<Variant> variants = variants(packages, hello, options);
            starter.train(hello);
            for (Variant variant : variants) {
                if (variant.jar() != null) {
                    starter.train(variant);
                }
            }
            System.out.printf(
                    "%d cold starts each, %.2f CPUs, %d MB; medians in ms%n", runs, cpus, memory);
            print(measure(starter, share, variants, runs), hello);
        } finally {
            delete(workspace);
        }
    }

    private static List<Variant> variants(Packages packages, Variant hello, List<String> options)
            throws IOException {
        List<Variant> variants = new ArrayList<>(List.of(hello));
        Map<String, String> handlers = new LinkedHashMap<>();
        handlers.put(INSTANCES, IdleInstancesHandler.class.getName());
        handlers.put(BUCKETS, ExpiredBucketsHandler.class.getName());
        for (Map.Entry<String, String> function : handlers.entrySet()) {
            Variant unshrunk = packages.unshrunk(function.getKey(), function.getValue());
            if (function.getKey().equals(INSTANCES)) {
                variants.add(packages.plainClient(unshrunk));
            }
            variants.add(unshrunk);
            Variant shrunk = packages.shrunk(function.getKey(), function.getValue());
            variants.add(shrunk);
            variants.add(packages.library(function.getKey(), function.getValue()));
            variants.add(packages.stored(function.getKey(), function.getValue()));
            variants.add(packages.image(function.getKey(), function.getValue()));
            for (String option : options) {
                variants.add(shrunk.with(List.of(option.split(" "))));
            }
        }
        return variants;
    }

    /** In turns, so that what else the machine does meets all alike; the first turn is dropped. */
    private static Map<Variant, List<Sample>> measure(
            FunctionStarter starter, CpuShare share, List<Variant> variants, int runs)
            throws IOException, InterruptedException {
        Map<Variant, List<Sample>> samples = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            for (Variant variant : variants) {
                Sample sample = starter.coldStart(variant, share);
                if (run > 0) {
                    samples.computeIfAbsent(variant, _ -> new ArrayList<>()).add(sample);
                }
            }
        }
        return samples;
    }

    private static void print(Map<Variant, List<Sample>> samples, Variant hello) {
        double base = median(samples.getOrDefault(hello, List.of()), Sample::total);
        System.out.printf(
                "%-52s %7s %7s %7s %7s %7s%n", "", "init", "first", "both", "x hello", "CPU");
        samples.forEach((variant, taken) -> {
            double total = median(taken, Sample::total);
            System.out.printf(
                    Locale.ROOT,
                    "%-52s %7.0f %7.0f %7.0f %7.1f %7.0f%n",
                    variant.name(),
                    median(taken, Sample::init),
                    median(taken, Sample::first),
                    total,
                    total / base,
                    median(taken, Sample::cpu));
        });
    }

    private static double median(List<Sample> samples, Function<Sample, Duration> part) {
        List<Long> sorted = samples.stream().map(part).map(Duration::toNanos).sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2) / 1e6;
    }

    /** An account with one machine and one bucket to judge, so that every reader has work. */
    private static Lab lab() {
        Instant now = Instant.now();
        Lab lab = Lab.builder().now(now).start();
        Instant launch = now.minus(Duration.ofDays(3));
        var region = lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1");
        region.ec2()
                .seed(
                        InstanceSeed.builder()
                                .type("t3.large")
                                .zone("us-east-1a")
                                .launched(launch)
                                .attached(launch)
                                .tag("lab", "cold-start")
                                .build());
        var bucket = region.buckets().create("lab-cold-start");
        bucket.tags(Map.of("lab", "cold-start", "lab:expires", "2020-01-01"));
        return lab;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
