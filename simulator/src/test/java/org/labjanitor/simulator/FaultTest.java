package org.labjanitor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.ec2.InstanceSeed;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.service.RecordedCall;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class FaultTest {
    private final Lab lab = Lab.start();
    private final Ec2Client ec2 = LabClients.ec2(lab);

    @AfterEach
    void close() {
        ec2.close();
        lab.close();
    }

    private static String failure(ThrowingCallable call) {
        Ec2Exception error = catchThrowableOfType(Ec2Exception.class, call);
        return error.awsErrorDetails().errorCode() + " " + error.statusCode();
    }

    @Test
    void oneCallCanBeThrottledAndNoOther() {
        lab.faults().add(Fault.onCall(2, FaultKind.THROTTLE, "DescribeInstances"));
        ec2.describeInstances();
        assertThat(failure(ec2::describeInstances)).isEqualTo("RequestLimitExceeded 503");
        ec2.describeInstances();
    }

    @Test
    void everyCallCanFailUntilTheFaultIsLifted() {
        lab.faults().add(Fault.everyCall(FaultKind.ERROR, "*").inService("ec2"));
        assertThat(failure(ec2::describeInstances)).isEqualTo("InternalError 500");
        assertThat(failure(ec2::describeRegions)).isEqualTo("InternalError 500");
        lab.faults().clear();
        ec2.describeInstances();
    }

    @Test
    void anErrorCanBeAnyAndStrikeSoManyTimes() {
        lab.faults()
                .add(
                        Fault.onCall(1, FaultKind.ERROR, "DescribeInstances")
                                .withCode("ServiceUnavailable", 503)
                                .times(2));
        assertThat(failure(ec2::describeInstances)).isEqualTo("ServiceUnavailable 503");
        assertThat(failure(ec2::describeInstances)).isEqualTo("ServiceUnavailable 503");
        ec2.describeInstances();
    }

    @Test
    void aFaultStaysInItsRegion() {
        lab.faults()
                .add(
                        Fault.everyCall(FaultKind.THROTTLE, "DescribeInstances")
                                .inRegion("eu-west-1"));
        ec2.describeInstances();
        try (Ec2Client west = LabClients.ec2(lab, "eu-west-1")) {
            assertThat(failure(west::describeInstances)).startsWith("RequestLimitExceeded");
        }
    }

    @Test
    void aCutConnectionHasNoEffectAndNoAnswer() {
        lab.faults().add(Fault.everyCall(FaultKind.RESET, "AllocateAddress"));
        assertThatThrownBy(() -> ec2.allocateAddress(r -> {}))
                .isInstanceOf(SdkClientException.class);
        assertThat(ec2.describeAddresses().addresses()).isEmpty();
        assertThat(lab.calls().of("AllocateAddress"))
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isZero());
    }

    @Test
    void aLostAnswerHasItsEffectAllTheSame() {
        lab.faults().add(Fault.onCall(1, FaultKind.LOST, "AllocateAddress"));
        assertThatThrownBy(() -> ec2.allocateAddress(r -> {}))
                .isInstanceOf(SdkClientException.class);
        assertThat(ec2.describeAddresses().addresses()).hasSize(1);
    }

    @Test
    void aSlowAnswerIsRightButLate() {
        lab.faults()
                .add(
                        Fault.everyCall(FaultKind.SLOW, "DescribeInstances")
                                .withDelay(Duration.ofMillis(50)));
        long start = System.nanoTime();
        ec2.describeInstances();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(49));
    }

    @Test
    void everyCallIsRecordedAsItEnded() {
        lab.account(Lab.DEFAULT_ACCOUNT)
                .region("us-east-1")
                .ec2()
                .seed(InstanceSeed.builder().build());
        ec2.describeInstances(r -> r.maxResults(7));
        assertThat(failure(() -> ec2.terminateInstances(r -> r.instanceIds("i-12345678"))))
                .startsWith("InvalidInstanceID.NotFound");
        assertThat(lab.calls().all())
                .extracting(
                        RecordedCall::service,
                        RecordedCall::operation,
                        RecordedCall::region,
                        RecordedCall::status,
                        RecordedCall::errorCode,
                        RecordedCall::mutating)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "ec2", "DescribeInstances", "us-east-1", 200, null, false),
                        org.assertj.core.groups.Tuple.tuple(
                                "ec2",
                                "TerminateInstances",
                                "us-east-1",
                                400,
                                "InvalidInstanceID.NotFound",
                                true));
        assertThat(lab.calls().all().getFirst().digest()).contains("MaxResults=7");
        assertThat(lab.calls().mutations()).hasSize(1);
        assertThat(lab.calls().total()).isEqualTo(2);
        lab.calls().clear();
        assertThat(lab.calls().total()).isZero();
    }
}
