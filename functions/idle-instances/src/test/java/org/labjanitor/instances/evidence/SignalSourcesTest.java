package org.labjanitor.instances.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.cloudwatch.SeriesFault;
import org.labjanitor.simulator.service.RecordedCall;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;

/** Metrics beyond CPU and network, as CloudWatch gives them. */
class SignalSourcesTest {
    private static final int POINTS = 20 * 288;

    private static RunResult report(Scene scene, String policy) {
        return scene.run("{\"policy\": {%s}}".formatted(policy));
    }

    private static Verdict verdict(Scene scene, String policy, String id) {
        return Scene.item(report(scene, policy), id).verdict();
    }

    private static void publish(Scene scene, MetricId metric, double value) {
        scene.metrics().seedBasic(metric, Scene.LAUNCH, Profile.constant(POINTS, value));
    }

    private static void disk(Scene scene, String id, double bytesPerSample) {
        for (String name : List.of("EBSReadBytes", "EBSWriteBytes")) {
            publish(scene, MetricId.ofInstance(name, id), bytesPerSample);
        }
    }

    @Test
    void diskTrafficIsAddedUpOverAnHourOfBothDirections() {
        try (Scene scene = new Scene()) {
            String still = scene.idle("left-behind");
            disk(scene, still, 1000);
            // 12 points of 5 samples each, in and out.
            String copying = scene.idle("copying");
            disk(scene, copying, 170_000);

            RunResult result = report(scene, "\"diskMegabytesPerHour\": 20");

            assertThat(Scene.item(result, still).verdict()).isInstanceOf(Removable.class);
            Verdict verdict = Scene.item(result, copying).verdict();
            assertThat(verdict.reason()).isEqualTo(KeepReason.IN_USE);
            assertThat(verdict.explanation().sentence())
                    .startsWith(
                            "In use: 20.4 MB from and to EBS volumes in the hour that began at");
            assertThat(result.settings().get("policy")).contains("diskMegabytesPerHour below 20");
        }
    }

    @Test
    void onlyWhatThePolicyAsksForIsFetched() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.busy("at-work");
            disk(scene, idle, 0);
            scene.report();
            int calls = scene.lab().calls().count("GetMetricData");
            assertThat(metricsAsked(scene))
                    .containsOnly("CPUUtilization", "NetworkIn", "NetworkOut");
            scene.lab().calls().clear();

            report(scene, "\"diskMegabytesPerHour\": 20, \"cpuCreditsPerHour\": 6");

            assertThat(metricsAsked(scene))
                    .containsOnly(
                            "CPUUtilization",
                            "NetworkIn",
                            "NetworkOut",
                            "EBSReadBytes",
                            "EBSWriteBytes");
            assertThat(scene.lab().calls().count("GetMetricData")).isEqualTo(calls + 1);
        }
    }

    private static List<String> metricsAsked(Scene scene) {
        return scene.lab().calls().of("GetMetricData").stream()
                .map(RecordedCall::request)
                .filter(GetMetricDataRequest.class::isInstance)
                .flatMap(request -> ((GetMetricDataRequest) request).metricDataQueries().stream())
                .map(query -> query.metricStat().metric().metricName())
                .toList();
    }

    @Test
    void aSeriesThatIsNotGivenWholeOrNotPublishedKeeps() {
        try (Scene scene = new Scene()) {
            String forbidden = scene.idle("forbidden");
            disk(scene, forbidden, 0);
            scene.metrics()
                    .fail(MetricId.ofInstance("EBSWriteBytes", forbidden), SeriesFault.FORBIDDEN);
            String xen = scene.add(scene.machine("xen").type("m4.large"), Scene.QUIET);

            RunResult result = report(scene, "\"diskMegabytesPerHour\": 20");

            assertThat(Scene.item(result, forbidden).verdict().reason())
                    .isEqualTo(UnknownReason.METRICS_UNAVAILABLE);
            assertThat(Scene.item(result, xen).verdict().reason())
                    .isEqualTo(UnknownReason.MISSING_DATA);
        }
    }

    @Test
    void aGpuIsReadFromTheAgentsMetricByInstance() {
        try (Scene scene = new Scene()) {
            String rests = scene.add(scene.machine("rests").type("g5.xlarge"), Scene.QUIET);
            String works = scene.add(scene.machine("works").type("g5.xlarge"), Scene.QUIET);
            String mute = scene.add(scene.machine("mute").type("g5.xlarge"), Scene.QUIET);
            publish(scene, gpu(Map.of("InstanceId", rests)), 0);
            publish(scene, gpu(Map.of("InstanceId", works)), 0);
            Instant lastNight = Scene.NOW.minus(Duration.ofHours(9));
            scene.metrics()
                    .seedBasic(
                            gpu(Map.of("InstanceId", works)), lastNight, Profile.constant(3, 90));
            // Without aggregation_dimensions the agent's metric is another one for CloudWatch.
            publish(scene, gpu(Map.of("index", "0", "name", "NVIDIA A10G", "host", "mute")), 0);

            RunResult result = report(scene, "\"gpuPercent\": 10");

            assertThat(Scene.item(result, rests).verdict()).isInstanceOf(Removable.class);
            assertThat(Scene.item(result, works).verdict().reason()).isEqualTo(KeepReason.IN_USE);
            assertThat(Scene.item(result, mute).verdict().reason())
                    .isEqualTo(UnknownReason.MISSING_DATA);
            assertThat(verdict(scene, "\"preset\": \"lab\"", rests).reason())
                    .isEqualTo(KeepReason.ACCELERATED);
        }
    }

    private static MetricId gpu(Map<String, String> dimensions) {
        return new MetricId("CWAgent", "nvidia_smi_utilization_gpu", dimensions);
    }
}
