package org.labjanitor.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** What a run leaves behind for people: ages, the course of CPUs, a report. */
class ReportTest {
    private static final String REPORTS = "janitor-reports";

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anIdleMachineShowsItsCourseAndSinceWhenItIsQuiet() {
        scene.idle("quiet");

        ResultItem item = report().items().getFirst();

        assertThat(item.resource().since()).isEqualTo(Scene.LAUNCH);
        CpuHistory cpu = Objects.requireNonNull(item.cpu());
        assertThat(cpu.percents()).hasSizeBetween(80, 90).contains((float) Scene.QUIET);
        assertThat(cpu.threshold()).isEqualTo(5);
        assertThat(cpu.quietSince()).isBetween(Scene.LAUNCH, Scene.LAUNCH.plusSeconds(600));
    }

    @Test
    void theCourseCostsNoCallOnTop() {
        scene.idle("quiet");
        scene.busy("busy");

        RunResult result = report();

        assertThat(result.apiCalls().get("CloudWatch:GetMetricData")).isLessThanOrEqualTo(4);
        assertThat(result.items()).allMatch(item -> item.cpu() != null);
    }

    @Test
    void aRunLeavesItsReportWhereTheSettingsSay() {
        scene.idle("quiet");
        Bucket bucket =
                scene.lab().account(Scene.ACCOUNT).region(Scene.REGION).buckets().create(REPORTS);
        scene.configure(
                new Settings(
                                Scene.ACCOUNT,
                                "lab",
                                List.of(Scene.REGION),
                                InstancePolicy.LAB,
                                new Budget(20, 100))
                        .withReportsIn(REPORTS));

        RunResult result = report();

        assertThat(result.report())
                .startsWith(
                        "s3://janitor-reports/reports/instances/2026/11/20/20261120T100000Z-report-")
                .endsWith(".html");
        assertThat(bucket.objects().count()).isEqualTo(2);
    }

    private RunResult report() {
        return scene.run("{}");
    }
}
