package org.labjanitor.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

class DescribeInstancesTest extends Ec2Lab {
    @Test
    void everyTraitOfASeededInstanceIsSeen() {
        String id =
                seed(seed ->
                        seed.type("m5.large")
                                .zone("us-east-1b")
                                .launched(Instant.parse("2026-11-19T08:00:00Z"))
                                .attached(Instant.parse("2025-01-02T03:04:05Z"))
                                .tag("lab", "<k8s> & \"more\" \u00e4\ud83d\ude00")
                                .detailedMonitoring()
                                .requestedBy("940372691376")
                                .volumes(VolumeSeed.root(), VolumeSeed.kept("/dev/sdf", 100)));
        Instance instance = see(id);
        assertThat(instance.instanceTypeAsString()).isEqualTo("m5.large");
        assertThat(instance.placement().availabilityZone()).isEqualTo("us-east-1b");
        assertThat(instance.launchTime()).isEqualTo("2026-11-19T08:00:00Z");
        assertThat(instance.state().code()).isEqualTo(16);
        assertThat(instance.monitoring().stateAsString()).isEqualTo("enabled");
        assertThat(instance.tags())
                .singleElement()
                .satisfies(tag ->
                        assertThat(tag.value()).isEqualTo("<k8s> & \"more\" \u00e4\ud83d\ude00"));
        assertThat(instance.networkInterfaces())
                .singleElement()
                .satisfies(eni -> {
                    assertThat(eni.attachment().deviceIndex()).isZero();
                    assertThat(eni.attachment().attachTime()).isEqualTo("2025-01-02T03:04:05Z");
                });
        assertThat(instance.blockDeviceMappings())
                .extracting(mapping -> mapping.ebs().deleteOnTermination())
                .containsExactly(true, false);
        assertThat(instance.operator().managed()).isFalse();
        assertThat(ec2.describeInstances().reservations().getFirst().requesterId())
                .isEqualTo("940372691376");
    }

    @Test
    void pagesAreCutByInstanceAndLoseNone() {
        List<String> seeded = here().seed(InstanceSeed.builder().build(), 23);
        List<Integer> sizes = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (DescribeInstancesResponse page :
                ec2.describeInstancesPaginator(r -> r.maxResults(5))) {
            List<String> ids =
                    page.reservations().stream()
                            .flatMap(reservation -> reservation.instances().stream())
                            .map(Instance::instanceId)
                            .toList();
            sizes.add(ids.size());
            seen.addAll(ids);
        }
        assertThat(sizes).containsExactly(5, 5, 5, 5, 3);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(seeded);
    }

    @Test
    void theLastPageHasNoTokenEvenIfItIsFull() {
        here().seed(InstanceSeed.builder().build(), 5);
        assertThat(ec2.describeInstances(r -> r.maxResults(5)).nextToken()).isNull();
        assertThat(ec2.describeInstances().nextToken()).isNull();
    }

    @Test
    void aPageHoldsFiveToAThousand() {
        assertThat(failure(() -> ec2.describeInstances(r -> r.maxResults(4))))
                .startsWith("InvalidParameterValue 400 Value ( 4 ) for parameter maxResults");
        assertThat(failure(() -> ec2.describeInstances(r -> r.maxResults(1001))))
                .startsWith("InvalidParameterValue 400 Value ( 1001 ) for parameter maxResults");
    }

    @Test
    void idsAndPagesExcludeEachOther() {
        String id = seed(seed -> {});
        assertThat(failure(() -> ec2.describeInstances(r -> r.instanceIds(id).maxResults(5))))
                .startsWith("InvalidParameterCombination 400");
    }

    @Test
    void aTokenThatWasNeverGivenOutIsRefused() {
        for (String token : List.of("bogus", "", "RGVzY3JpYmVWb2x1bWVzL3ZvbC0w")) {
            assertThat(failure(() -> ec2.describeInstances(r -> r.nextToken(token))))
                    .startsWith("InvalidParameterValue 400");
        }
    }

    @Test
    void malformedAndMissingIdsAreToldApart() {
        String id = seed(seed -> {});
        assertThat(failure(() -> ec2.describeInstances(r -> r.instanceIds(id, "i-xyz"))))
                .isEqualTo("InvalidInstanceID.Malformed 400 Invalid id: \"i-xyz\"");
        assertThat(failure(() -> ec2.describeInstances(r -> r.instanceIds(id, "i-12345678"))))
                .isEqualTo(
                        "InvalidInstanceID.NotFound 400 The instance ID 'i-12345678' does not exist");
        assertThat(
                        failure(() ->
                                ec2.describeInstances(
                                        r -> r.instanceIds("i-12345678", "i-87654321"))))
                .isEqualTo(
                        "InvalidInstanceID.NotFound 400 The instance IDs 'i-12345678, i-87654321' do not exist");
    }

    @Test
    void filtersFindWhatTheyName() {
        String spot =
                seed(seed ->
                        seed.type("t3.large").spot(SpotInstanceType.ONE_TIME).tag("lab", "k8s"));
        String stopped =
                seed(seed ->
                        seed.state(InstanceStateName.STOPPED).zone("us-east-1c").tag("lab", "*"));
        String old = seed(seed -> seed.launched(Instant.parse("2024-05-06T07:08:09Z")));
        String managed = seed(seed -> seed.managedBy("eks.amazonaws.com"));
        String block = seed(seed -> seed.lifecycle("capacity-block"));

        assertThat(idsWith("instance-state-name", "stopped", "stopping")).containsExactly(stopped);
        assertThat(idsWith("tag:lab", "k8s")).containsExactly(spot);
        assertThat(idsWith("tag:lab", "*")).containsExactlyInAnyOrder(spot, stopped);
        assertThat(idsWith("tag:lab", "\\*")).containsExactly(stopped);
        assertThat(idsWith("tag:lab", "K8S")).isEmpty();
        assertThat(idsWith("tag-key", "lab")).containsExactlyInAnyOrder(spot, stopped);
        assertThat(idsWith("instance-id", old)).containsExactly(old);
        assertThat(idsWith("instance-type", "t3.l?rge")).containsExactly(spot);
        assertThat(idsWith("availability-zone", "us-east-1c")).containsExactly(stopped);
        assertThat(idsWith("instance-lifecycle", "spot")).containsExactly(spot);
        assertThat(idsWith("instance-lifecycle", "capacity-block")).containsExactly(block);
        assertThat(idsWith("spot-instance-request-id", see(spot).spotInstanceRequestId()))
                .containsExactly(spot);
        assertThat(idsWith("launch-time", "2024-05-06*")).containsExactly(old);
        assertThat(idsWith("network-interface.attachment.attach-time", "2024-05-06T07:08:09.000Z"))
                .containsExactly(old);
        assertThat(idsWith("operator.managed", "true")).containsExactly(managed);
        assertThat(idsWith("operator.principal", "eks*")).containsExactly(managed);
    }

    @Test
    void severalFiltersMustAllHold() {
        String both = seed(seed -> seed.tag("lab", "a").tag("team", "x"));
        seed(seed -> seed.tag("lab", "a").tag("team", "y"));
        assertThat(list(r -> r.filters(filter("tag:lab", "a"), filter("tag:team", "x"))))
                .extracting(Instance::instanceId)
                .containsExactly(both);
    }

    @Test
    void anUnknownFilterIsRefusedByName() {
        assertThat(failure(() -> idsWith("instance-colour", "red")))
                .startsWith("InvalidParameterValue 400 The filter 'instance-colour' is invalid");
    }

    @Test
    void filtersHaveTheirLimits() {
        List<Filter> many = Collections.nCopies(51, filter("instance-id", "i-1"));
        assertThat(failure(() -> ec2.describeInstances(r -> r.filters(many))))
                .startsWith("FilterLimitExceeded 400");
        String[] values = IntStream.range(0, 201).mapToObj(i -> "v" + i).toArray(String[]::new);
        assertThat(failure(() -> idsWith("instance-id", values)))
                .startsWith("FilterLimitExceeded 400");
        assertThat(failure(() -> idsWith("instance-id", "x".repeat(256))))
                .startsWith("InvalidParameterValue 400");
    }

    @Test
    void hiddenInstancesShowOnlyOnDemand() {
        String hidden = seed(seed -> seed.managedBy("eks.amazonaws.com").hidden());
        assertThat(list(r -> {})).isEmpty();
        assertThat(list(r -> r.includeManagedResources(true)))
                .singleElement()
                .satisfies(instance -> {
                    assertThat(instance.instanceId()).isEqualTo(hidden);
                    assertThat(instance.operator().managed()).isTrue();
                    assertThat(instance.operator().principal()).isEqualTo("eks.amazonaws.com");
                    assertThat(instance.operator().hiddenByDefault()).isTrue();
                });
    }

    @Test
    void whatIsNotDocumentedFailsLoudly() {
        String hidden = seed(seed -> seed.managedBy("eks.amazonaws.com").hidden());
        assertThat(failure(() -> see(hidden))).startsWith("NotSimulated 400");
    }

    @Test
    void accountsAndRegionsAreKeptApart() {
        try (Lab two = Lab.builder().accounts("111122223333", "444455556666").start();
                Ec2Client mine = LabClients.ec2(two, "us-east-1", "111122223333");
                Ec2Client elsewhere = LabClients.ec2(two, "eu-west-1", "111122223333")) {
            InstanceSeed seed = InstanceSeed.builder().build();
            String ours = two.account("111122223333").region("us-east-1").ec2().seed(seed);
            String theirs = two.account("444455556666").region("us-east-1").ec2().seed(seed);
            assertThat(ids(mine.describeInstances())).containsExactly(ours);
            assertThat(ids(elsewhere.describeInstances())).isEmpty();
            assertThat(ids(mine.describeInstances(r -> r.instanceIds(ours, theirs))))
                    .as("what another account owns is silently left out")
                    .containsExactly(ours);
            assertThat(failure(() -> elsewhere.describeInstances(r -> r.instanceIds(ours))))
                    .startsWith("InvalidInstanceID.NotFound");
        }
    }

    private static List<String> ids(DescribeInstancesResponse response) {
        return response.reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(Instance::instanceId)
                .toList();
    }

    @Test
    void tenThousandInstancesTakeTenPages() {
        here().seed(InstanceSeed.builder().tag("lab", "big").build(), 10_000);
        Stream<String> ids =
                ec2.describeInstancesPaginator(r -> r.maxResults(1000)).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(Instance::instanceId);
        assertThat(new HashSet<>(ids.toList())).hasSize(10_000);
        assertThat(lab.calls().count("DescribeInstances")).isEqualTo(10);
    }
}
