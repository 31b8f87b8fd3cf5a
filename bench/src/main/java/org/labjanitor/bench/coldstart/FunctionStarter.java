package org.labjanitor.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labjanitor.simulator.Lab;

/**
 * Starts functions as Lambda's java25 runtime does: its own libraries on the class path with a
 * cache of their classes, its flags, the function in a folder.
 */
final class FunctionStarter {
    private static final String CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> PROVIDED =
            List.of(
                    "aws-lambda-java-runtime-interface-client",
                    "aws-lambda-java-core",
                    "aws-lambda-java-serialization",
                    "utils-lite");
    private static final List<String> ALWAYS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.net.preferIPv4Stack=true",
                    "--enable-native-access=ALL-UNNAMED");
    private static final ProcessBuilder.Redirect LOG =
            ProcessBuilder.Redirect.appendTo(
                    Path.of("target", "cold-start.log").toAbsolutePath().toFile());
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Lab lab;
    private final int memory;
    private final Path caches;

    /**
     * For functions of one memory size.
     *
     * @param memory in MB; Lambda gives 85 % of it to Java's heap
     * @param caches the folder for caches of classes
     */
    FunctionStarter(Lab lab, int memory, Path caches) {
        this.lab = lab;
        this.memory = memory;
        this.caches = caches;
    }

    /**
     * Makes the cache of the classes on Java's class path, from a cold start: the runtime's own,
     * and the function's where its jar is on it.
     */
    void train(Variant variant) throws IOException, InterruptedException {
        if (variant.jar() == null) {
            rehearse(variant, List.of("-XX:AOTCacheOutput=" + cache(variant)));
        } else {
            // As deploy/images does it: only G1 puts objects into a cache.
            String learned = "-XX:AOTConfiguration=" + cache(variant) + ".conf";
            rehearse(variant, List.of("-XX:AOTMode=record", learned));
            create(variant, learned);
        }
    }

    private void rehearse(Variant variant, List<String> options)
            throws IOException, InterruptedException {
        try (FirstInvocation api = new FirstInvocation()) {
            long start = System.nanoTime();
            Process process = start(command(variant, options), variant, api.address());
            api.sample(process, start, PATIENCE);
            // Asked to end, and not killed, it writes down what it needed.
            process.destroy();
            process.waitFor();
        }
    }

    private void create(Variant variant, String learned) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseG1GC"));
        command.addAll(ALWAYS);
        command.addAll(
                List.of(
                        "-XX:AOTMode=create",
                        learned,
                        "-XX:AOTCache=" + cache(variant),
                        "-cp",
                        classPath(variant)));
        int ended =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(LOG)
                        .start()
                        .waitFor();
        if (ended != 0) {
            throw new IllegalStateException("no cache was made; see bench/target/cold-start.log");
        }
    }

    Sample coldStart(Variant variant, CpuShare share) throws IOException, InterruptedException {
        try (FirstInvocation api = new FirstInvocation()) {
            long start = System.nanoTime();
            Process process =
                    start(
                            share.within(
                                    command(variant, List.of("-XX:AOTCache=" + cache(variant)))),
                            variant,
                            api.address());
            try {
                return api.sample(process, start, PATIENCE);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private List<String> command(Variant variant, List<String> options) {
        List<String> command =
                new ArrayList<>(
                        List.of(java(), "-Xmx" + memory * 85 / 100 + "m", "-XX:+UseSerialGC"));
        command.addAll(ALWAYS);
        command.addAll(options);
        command.addAll(variant.options());
        command.addAll(List.of("-cp", classPath(variant), CLIENT, variant.handler()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path cache(Variant variant) {
        return caches.resolve(variant.jar() == null ? "runtime.aot" : variant.name() + ".aot");
    }

    private Process start(List<String> command, Variant variant, String api) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(variant.taskRoot().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(LOG);
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_LAMBDA_RUNTIME_API",
                                api,
                                "_HANDLER",
                                variant.handler(),
                                "AWS_LAMBDA_FUNCTION_NAME",
                                variant.name(),
                                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                                Integer.toString(memory),
                                "AWS_REGION",
                                "us-east-1",
                                "AWS_ACCESS_KEY_ID",
                                lab.accessKey(Lab.DEFAULT_ACCOUNT),
                                "AWS_SECRET_ACCESS_KEY",
                                "secret",
                                "AWS_ENDPOINT_URL",
                                lab.endpoint().toString(),
                                "AWS_EXECUTION_ENV",
                                "AWS_Lambda_java25"));
        return builder.start();
    }

    private static String classPath(Variant variant) {
        Stream<Path> runtime =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> PROVIDED.stream().anyMatch(entry::contains))
                        .map(Path::of);
        return Stream.concat(runtime, Stream.ofNullable(variant.jar()))
                .map(entry -> entry.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
