package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

class AutoScalingTest extends Ec2Lab {
    private String member() {
        return seed(seed -> seed.tag("aws:autoscaling:groupName", "web").tag("lab", "x"));
    }

    @Test
    void aTerminatedMemberIsReplacedByItsLike() {
        String id = member();
        ec2.terminateInstances(r -> r.instanceIds(id));
        assertThat(here().liveInstanceIds()).isEmpty();
        pass("PT5M");
        Instance fresh = see(here().liveInstanceIds().getFirst());
        assertThat(fresh.instanceId()).isNotEqualTo(id);
        assertThat(fresh.state().name()).isEqualTo(InstanceStateName.RUNNING);
        assertThat(fresh.tags()).hasSize(2);
        assertThat(fresh.launchTime()).isEqualTo("2026-11-20T10:01:00Z");
    }

    @Test
    void aStoppedMemberIsTerminatedAndReplaced() {
        String id = member();
        ec2.stopInstances(r -> r.instanceIds(id));
        pass("PT5M");
        assertThat(here().state(id)).contains(InstanceStateName.TERMINATED);
        assertThat(here().liveInstanceIds()).hasSize(1).doesNotContain(id);
    }

    @Test
    void stoppingAndThenTerminatingBringsOneReplacement() {
        String id = member();
        ec2.stopInstances(r -> r.instanceIds(id));
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT30M");
        assertThat(here().liveInstanceIds()).hasSize(1);
    }

    @Test
    void noOtherInstanceIsReplaced() {
        String id = seed(seed -> seed.tag("lab", "x"));
        ec2.terminateInstances(r -> r.instanceIds(id));
        pass("PT30M");
        assertThat(here().liveInstanceIds()).isEmpty();
    }
}
