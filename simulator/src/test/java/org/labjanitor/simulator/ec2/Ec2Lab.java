package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** A lab of its own for every test, seen through the SDK's EC2 client. */
abstract class Ec2Lab {
    final Lab lab = Lab.start();
    final Ec2Client ec2 = LabClients.ec2(lab);

    @AfterEach
    void close() {
        ec2.close();
        lab.close();
    }

    Ec2Region here() {
        return lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").ec2();
    }

    String seed(Consumer<InstanceSeed.Builder> traits) {
        InstanceSeed.Builder seed = InstanceSeed.builder();
        traits.accept(seed);
        return here().seed(seed.build());
    }

    Instance see(String id) {
        return list(request -> request.instanceIds(id)).getFirst();
    }

    List<Instance> list(Consumer<DescribeInstancesRequest.Builder> request) {
        return ec2.describeInstances(request).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .toList();
    }

    List<String> idsWith(String filter, String... values) {
        return list(request -> request.filters(filter(filter, values))).stream()
                .map(Instance::instanceId)
                .toList();
    }

    static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    static Stream<String> states(List<Instance> instances) {
        return instances.stream().map(instance -> instance.state().nameAsString());
    }

    void pass(String duration) {
        lab.clock().advance(Duration.parse(duration));
    }

    /** What the call fails with, as {@code code status message}. */
    static String failure(ThrowingCallable call) {
        Ec2Exception error = catchThrowableOfType(Ec2Exception.class, call);
        return "%s %d %s"
                .formatted(
                        error.awsErrorDetails().errorCode(),
                        error.statusCode(),
                        error.awsErrorDetails().errorMessage());
    }
}
