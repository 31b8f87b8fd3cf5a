package org.labjanitor.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.cloudtrail.TrailEvent;
import org.labjanitor.simulator.cloudwatch.MetricId;
import org.labjanitor.simulator.cloudwatch.Profile;
import org.labjanitor.simulator.ssm.LabSession;

/**
 * Clients with models and codecs of their own read what the lab writes, and the other way round.
 */
class OtherMetricClientsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-east-1";

    @Test
    void boto3AndTheAwsCliReadMetricsSessionsAndEvents() throws IOException, InterruptedException {
        try (Lab lab = Lab.builder().accounts(ACCOUNT).now(NOW).start()) {
            lab.account(ACCOUNT)
                    .region(REGION)
                    .metrics()
                    .seedBasic(
                            MetricId.ofInstance("CPUUtilization", "i-0lab"),
                            ago(Duration.ofMinutes(15)),
                            Profile.of(
                                    new double[] {1, 2, 2.5},
                                    new double[] {1, 2, 0},
                                    new double[] {1, 2, 5}));
            lab.account(ACCOUNT)
                    .region(REGION)
                    .sessions()
                    .add(
                            LabSession.of(
                                    "mary-1",
                                    "i-0lab",
                                    "arn:aws:sts::111122223333:assumed-role/Lab/mary",
                                    ago(Duration.ofHours(3)),
                                    ago(Duration.ofHours(2))));
            lab.account(ACCOUNT)
                    .region(REGION)
                    .events()
                    .add(
                            TrailEvent.sshKeySent(
                                    ago(Duration.ofHours(1)), "mary", "i-0lab", "ec2-user"));

            PythonCheck.run(
                    "check_cloudwatch.py",
                    lab.endpoint().toString(),
                    lab.accessKey(ACCOUNT),
                    NOW.toString());
        }
    }

    private static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }
}
