package org.labjanitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.instances.IdleInstancesHandler;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import org.labjanitor.simulator.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Judges a fleet in four Regions over 14 days; prints the calls, the time and the memory it took.
 */
public final class JudgeFleet {
    private JudgeFleet() {}

    /** The argument is the number of instances, 10,000 unless given. */
    public static void main(String[] arguments) throws Exception {
        String instances = arguments.length > 0 ? arguments[0] : "10000";
        Process lab =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx4g",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        FleetLab.class.getName(),
                                        instances))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(lab.getInputStream(), UTF_8))) {
            judge(URI.create(out.readLine()));
        } finally {
            lab.destroy();
        }
    }

    private static void judge(URI endpoint) throws IOException {
        AwsConnection connection =
                new AwsConnection(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(Lab.DEFAULT_ACCOUNT, "secret")),
                        "us-east-1",
                        endpoint);
        Settings settings =
                new Settings(
                        Lab.DEFAULT_ACCOUNT, "lab", FleetLab.REGIONS, "lab", new Budget(20, 50));
        InstantSource clock = InstantSource.fixed(FleetLab.NOW);
        try (IdleInstancesHandler handler =
                new IdleInstancesHandler(
                        settings, connection, clock, Pause.real(), SweepListener.silent())) {
            long begin = System.nanoTime();
            RunResult result =
                    handler.run("{}".getBytes(UTF_8), TimeBudget.of(Duration.ofHours(1), clock));
            print(result, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static void print(RunResult result, Duration took) throws IOException {
        System.out.printf(
                "%d instances: %d may go, %d kept, %d unknown; %s%n",
                result.items().size(),
                result.removable(),
                result.kept(),
                result.unknown(),
                result.status().id());
        result.apiCalls().forEach((call, count) -> System.out.printf("%6d  %s%n", count, call));
        System.out.printf(
                "%6d  calls in all, %.1f s; heap at its peak %d of %d MB, process %s%n",
                result.apiCalls().values().stream().mapToLong(Long::longValue).sum(),
                took.toMillis() / 1000.0,
                heapPeak() / 1_000_000,
                Runtime.getRuntime().maxMemory() / 1_000_000,
                residentPeak());
    }

    /** Most memory that the process ever had, as Linux tells it. */
    private static String residentPeak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000 + " MB")
                .findFirst()
                .orElse("unknown");
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
