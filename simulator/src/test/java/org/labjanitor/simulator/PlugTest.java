package org.labjanitor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.fault.Plug;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

class PlugTest {
    private final Lab lab = Lab.start();
    private final Ec2Client ec2 = LabClients.ec2(lab);
    private final S3Client s3 = LabClients.s3(lab);

    @AfterEach
    void close() {
        ec2.close();
        s3.close();
        lab.close();
    }

    private static void assertPlugPulled(ThrowingCallable call) {
        AwsServiceException error = catchThrowableOfType(AwsServiceException.class, call);
        assertThat(error.awsErrorDetails().errorCode()).isEqualTo(Plug.CODE);
        assertThat(error.statusCode()).isEqualTo(403);
    }

    @Test
    void beforeItsCallTakesEffectAPulledPlugRefusesIt() {
        Plug plug = Plug.pulledBefore(2);
        lab.faults().add(plug);
        ec2.allocateAddress(r -> {});
        assertThat(plug.isPulled()).isFalse();
        assertPlugPulled(() -> ec2.allocateAddress(r -> {}));
        assertThat(plug.isPulled()).isTrue();
        lab.faults().putPlugBack();
        assertThat(ec2.describeAddresses().addresses()).hasSize(1);
    }

    @Test
    void afterItsCallTookEffectAPulledPlugLosesTheAnswer() {
        lab.faults().add(Plug.pulledAfter(2));
        ec2.allocateAddress(r -> {});
        assertPlugPulled(() -> ec2.allocateAddress(r -> {}));
        assertPlugPulled(() -> ec2.allocateAddress(r -> {}));
        lab.faults().putPlugBack();
        assertThat(ec2.describeAddresses().addresses()).hasSize(2);
    }

    @Test
    void everyServiceIsOffUntilThePlugIsPutBack() {
        Plug plug = Plug.pulledBefore(1);
        lab.faults().add(plug);
        assertPlugPulled(ec2::describeInstances);
        assertPlugPulled(s3::listBuckets);
        try (StsClient sts = LabClients.sts(lab, lab.accessKey(Lab.DEFAULT_ACCOUNT))) {
            assertPlugPulled(sts::getCallerIdentity);
        }
        assertThat(plug.calls()).isEqualTo(3);
        lab.faults().clear();
        ec2.describeInstances();
        s3.listBuckets();
    }

    @Test
    void onlyTheCallersOwnCallsCountAndEnd() {
        String key = lab.account(Lab.DEFAULT_ACCOUNT).issueKey();
        Plug plug = Plug.pulledBefore(2).ofCaller(key);
        lab.faults().add(plug);
        try (Ec2Client caller = LabClients.ec2(lab, "us-east-1", key)) {
            ec2.describeInstances();
            ec2.describeInstances();
            caller.describeInstances();
            assertPlugPulled(caller::describeInstances);
            ec2.describeInstances();
            assertThat(plug.calls()).isEqualTo(2);
        }
    }

    @Test
    void aPlugOfChangesLetsReadsPassUntilItIsPulled() {
        Plug plug = Plug.pulledBefore(2).ofChanges();
        lab.faults().add(plug);
        ec2.describeInstances();
        ec2.allocateAddress(r -> {});
        ec2.describeInstances();
        s3.listBuckets();
        assertThat(plug.isPulled()).isFalse();
        assertPlugPulled(() -> ec2.allocateAddress(r -> {}));
        assertPlugPulled(ec2::describeInstances);
        assertPlugPulled(() -> ec2.allocateAddress(r -> {}));
        lab.faults().putPlugBack();
        assertThat(ec2.describeAddresses().addresses()).hasSize(1);
    }

    @Test
    void theAnswerOfARefusalIsLostToo() {
        lab.faults().add(Plug.pulledAfter(1));
        assertPlugPulled(() -> ec2.terminateInstances(r -> r.instanceIds("i-12345678")));
    }

    @Test
    void otherFaultsGoOnWhenThePlugIsPutBack() {
        lab.faults().add(Fault.everyCall(FaultKind.THROTTLE, "DescribeInstances"));
        lab.faults().add(Plug.pulledBefore(1));
        lab.faults().putPlugBack();
        AwsServiceException error =
                catchThrowableOfType(AwsServiceException.class, ec2::describeInstances);
        assertThat(error.awsErrorDetails().errorCode()).isEqualTo("RequestLimitExceeded");
    }

    @Test
    void callsAreCountedFromOne() {
        assertThatThrownBy(() -> Plug.pulledBefore(0)).hasMessageContaining("0");
    }
}
