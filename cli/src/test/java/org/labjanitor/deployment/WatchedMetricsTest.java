package org.labjanitor.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.json.StrictJson;

/** Alarms and dashboard look at metrics that runs really send. */
class WatchedMetricsTest {
    private static final Pattern ON_DASHBOARD =
            Pattern.compile("\"LabJanitor\", \"(\\w+)\", \"Sweep\", \"(\\w+)\"");

    private final Stack stack = Template.read().stack();

    @Test
    void areAmongThoseThatEveryRunSends() {
        try (BusyAccount account = new BusyAccount(stack.environment(), Set.of())) {
            Tree line =
                    new Tree("line", new StrictJson().object(account.metrics().getBytes(UTF_8)));
            Tree told = line.at("_aws").at("CloudWatchMetrics").elements().getFirst();
            Set<String> names = new TreeSet<>();
            told.at("Metrics").elements().forEach(metric -> names.add(metric.at("Name").text()));

            assertThat(told.at("Namespace").text()).isEqualTo("LabJanitor");
            assertThat(told.at("Dimensions").elements())
                    .extracting(Tree::texts)
                    .contains(List.of("Sweep"));
            assertThat(line.at("Sweep").text()).isEqualTo("instances");
            assertThat(names).containsAll(watched());
        }
    }

    @Test
    void areThoseOfBothSweeps() {
        String dashboard = stack.properties("Overview").at("DashboardBody").text();

        assertThat(new StrictJson().object(dashboard.getBytes(UTF_8))).containsKey("widgets");
        assertThat(ON_DASHBOARD.matcher(dashboard).results().map(match -> match.group(2)))
                .containsOnly("instances", "buckets");
    }

    private Set<String> watched() {
        Set<String> names = new TreeSet<>();
        stack.resources("AWS::CloudWatch::Alarm")
                .values()
                .forEach(alarm -> {
                    if (alarm.at("Namespace").text().equals("LabJanitor")) {
                        names.add(alarm.at("MetricName").text());
                    }
                });
        ON_DASHBOARD
                .matcher(stack.properties("Overview").at("DashboardBody").text())
                .results()
                .forEach(match -> names.add(match.group(1)));
        return names;
    }
}
