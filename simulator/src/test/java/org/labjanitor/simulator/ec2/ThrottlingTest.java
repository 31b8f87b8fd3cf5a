package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottlingTest extends Ec2Lab {
    @Test
    void bareListingsDrawOnTheSmallerBucket() {
        here().throttle(true);
        for (int i = 0; i < 50; i++) {
            ec2.describeInstances();
        }
        assertThat(failure(() -> ec2.describeInstances()))
                .isEqualTo("RequestLimitExceeded 503 Request limit exceeded.");
        ec2.describeInstances(r -> r.maxResults(1000));
        pass("PT1S");
        ec2.describeInstances();
    }

    @Test
    void terminatingDrawsATokenForEveryInstance() {
        List<String> ids = here().seed(InstanceSeed.builder().build(), 1020);
        here().throttle(true);
        ec2.terminateInstances(r -> r.instanceIds(ids.subList(0, 1000)));
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds(ids.get(1000)))))
                .startsWith("RequestLimitExceeded");
        pass("PT1S");
        ec2.terminateInstances(r -> r.instanceIds(ids.subList(1000, 1020)));
    }

    @Test
    void withoutThrottlingNothingIsCounted() {
        for (int i = 0; i < 60; i++) {
            ec2.describeInstances();
        }
        assertThat(lab.calls().count("DescribeInstances")).isEqualTo(60);
    }
}
