package org.labjanitor.launcher.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each partition has a console of its own. */
class ConsoleLinksTest {
    @Test
    void linksToTheConsoleOfTheRegionsPartition() {
        assertThat(new ConsoleLinks("eu-west-1").instance("i-1"))
                .contains(
                        "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-1");
        assertThat(new ConsoleLinks("cn-north-1").connect("i-1"))
                .contains(
                        "https://cn-north-1.console.amazonaws.cn/systems-manager/session-manager/i-1?region=cn-north-1");
        assertThat(new ConsoleLinks("us-gov-west-1").bucket("lab-a"))
                .contains(
                        "https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/lab-a?region=us-gov-west-1");
    }

    @Test
    void hasNoLinkWhereTheConsoleIsNotKnown() {
        assertThat(new ConsoleLinks("us-iso-east-1").bucket("lab-a")).isEmpty();
    }
}
