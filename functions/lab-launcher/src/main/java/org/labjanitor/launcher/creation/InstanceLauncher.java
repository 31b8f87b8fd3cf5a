package org.labjanitor.launcher.creation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.labjanitor.core.launch.Count;
import org.labjanitor.core.launch.InstanceOrder;
import org.labjanitor.core.launch.InstancePiece;
import org.labjanitor.launcher.look.LabLookout;
import org.labjanitor.launcher.look.SeenInstance;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.MarketType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.ShutdownBehavior;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Launches what is missing of a piece, and nothing twice. A launch whose answer was lost is
 * repeated with the same client token, so that EC2 answers with the instances that it made. A
 * launch that is meant to be a new one, because instances are seen or are gone already, has another
 * token.
 *
 * <p>Instances answer the metadata service by IMDSv2 alone, and a shutdown from within terminates
 * them: whoever types {@code sudo poweroff} at the end of a lesson is done with the machine, and a
 * stopped one would go on costing its disk.
 */
public final class InstanceLauncher {
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LOOKS = 6;
    private static final String GONE = "IdempotentInstanceTerminated";
    private static final String OTHER_VALUES = "IdempotentParameterMismatch";

    private final Ec2Client ec2;
    private final LabLookout lookout;
    private final String region;
    private final String lab;
    private final Pause pause;
    private final TimeBudget time;

    /** Launches instances of one lab in one Region. */
    public InstanceLauncher(
            Ec2Client ec2,
            LabLookout lookout,
            String region,
            String lab,
            Pause pause,
            TimeBudget time) {
        this.ec2 = ec2;
        this.lookout = lookout;
        this.region = region;
        this.lab = lab;
        this.pause = pause;
        this.time = time;
    }

    /**
     * What came of a piece.
     *
     * @param live the instances that it has now, as far as they were seen or EC2 named them
     * @param launched how many of these were launched by this call
     * @param detail what a person has to know; empty where nothing is out of the ordinary
     * @param failed whether the launch was refused
     */
    public record Launch(List<SeenInstance> live, int launched, String detail, boolean failed) {
        public Launch {
            live = List.copyOf(live);
        }
    }

    /**
     * Launches what is missing.
     *
     * @param image the image's id
     * @param seen the piece's instances, those that are gone included
     */
    public Launch launch(InstancePiece piece, String image, List<SeenInstance> seen) {
        Attempt attempt = new Attempt(seen, seen.size(), "");
        for (int number = 0; number < ATTEMPTS; number++) {
            if (attempt.live().size() >= piece.order().count().most()) {
                return new Launch(attempt.live(), 0, attempt.note(), false);
            }
            if (!time.hasLeft(Reserve.FOR_THE_REPORT)) {
                return refused(attempt, Reserve.EXHAUSTED);
            }
            switch (step(piece, image, attempt)) {
                case Step.Ended(Launch launch) -> {
                    return launch;
                }
                case Step.Again(Attempt next) -> attempt = next;
            }
        }
        return refused(
                attempt,
                "EC2 remembers %d earlier launches of this piece whose instances are gone; give the lab another name"
                        .formatted(ATTEMPTS));
    }

    /** What one call came to. */
    private sealed interface Step {
        record Ended(Launch launch) implements Step {}

        record Again(Attempt next) implements Step {}
    }

    private Step step(InstancePiece piece, String image, Attempt attempt) {
        try {
            List<Instance> launched = run(piece, image, attempt);
            return launched.stream().map(lookout::seen).allMatch(SeenInstance::isLive)
                    ? new Step.Ended(launched(piece, attempt, launched))
                    : new Step.Again(attempt.next());
        } catch (SdkException e) {
            return switch (code(e)) {
                case GONE -> new Step.Again(attempt.next());
                case OTHER_VALUES -> afterMismatch(piece, attempt);
                default ->
                        new Step.Ended(
                                refused(
                                        attempt,
                                        AwsFailure.of("ec2:RunInstances in " + region, e)
                                                .message()));
            };
        }
    }

    private Step afterMismatch(InstancePiece piece, Attempt attempt) {
        List<SeenInstance> now = lookAgain(piece, attempt);
        if (now.size() > attempt.seen().size()) {
            return new Step.Again(
                    new Attempt(
                            now,
                            now.size(),
                            "another launch of this lab came first; its instances are taken as they are"));
        }
        return new Step.Ended(
                refused(
                        attempt,
                        "EC2 knows an earlier launch of %s with other values, and its instances are not to be seen; wait some minutes and launch again, or give the lab another name"
                                .formatted(piece.key())));
    }

    /**
     * Where a launch stands.
     *
     * @param generation of the client token
     */
    private record Attempt(List<SeenInstance> seen, int generation, String note) {
        List<SeenInstance> live() {
            return seen.stream().filter(SeenInstance::isLive).toList();
        }

        Attempt next() {
            return new Attempt(seen, generation + 1, note);
        }
    }

    private static Launch refused(Attempt attempt, String why) {
        return new Launch(attempt.live(), 0, why, true);
    }

    private Launch launched(InstancePiece piece, Attempt attempt, List<Instance> launched) {
        List<SeenInstance> all = new ArrayList<>(attempt.live());
        List<String> known = all.stream().map(SeenInstance::id).toList();
        List<SeenInstance> added =
                launched.stream()
                        .map(lookout::seen)
                        .filter(instance -> !known.contains(instance.id()))
                        .toList();
        all.addAll(added);
        int most = piece.order().count().most();
        String detail =
                all.size() < most
                        ? "asked for %d, got %d: there is no capacity for more now; launch again to try for the rest"
                                .formatted(most, all.size())
                        : attempt.note();
        return new Launch(all, added.size(), detail, false);
    }

    private List<Instance> run(InstancePiece piece, String image, Attempt attempt) {
        Count missing = piece.order().count().missing(attempt.live().size());
        return ec2.runInstances(
                        request(piece, image)
                                .minCount(missing.least())
                                .maxCount(missing.most())
                                .clientToken(piece.clientToken(attempt.generation()))
                                .build())
                .instances();
    }

    private static RunInstancesRequest.Builder request(InstancePiece piece, String image) {
        InstanceOrder order = piece.order();
        RunInstancesRequest.Builder request =
                RunInstancesRequest.builder()
                        .imageId(image)
                        .instanceType(order.type())
                        .keyName(order.keyName())
                        .subnetId(order.subnet())
                        .metadataOptions(metadata -> metadata.httpTokens(HttpTokensState.REQUIRED))
                        .instanceInitiatedShutdownBehavior(ShutdownBehavior.TERMINATE)
                        .tagSpecifications(
                                tags(piece, ResourceType.INSTANCE),
                                tags(piece, ResourceType.VOLUME));
        if (!order.securityGroups().isEmpty()) {
            request.securityGroupIds(order.securityGroups());
        }
        if (order.zone() != null) {
            request.placement(placement -> placement.availabilityZone(order.zone()));
        }
        if (order.instanceProfile() != null) {
            request.iamInstanceProfile(profile -> profile.name(order.instanceProfile()));
        }
        if (order.userData() != null) {
            request.userData(
                    Base64.getEncoder()
                            .encodeToString(order.userData().getBytes(StandardCharsets.UTF_8)));
        }
        if (order.spot()) {
            request.instanceMarketOptions(market -> market.marketType(MarketType.SPOT));
        }
        return request;
    }

    private static TagSpecification tags(InstancePiece piece, ResourceType type) {
        Stream<Tag> tags =
                piece.tags().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build());
        return TagSpecification.builder().resourceType(type).tags(tags.toList()).build();
    }

    /** DescribeInstances may lag behind RunInstances; so it is asked more than once. */
    private List<SeenInstance> lookAgain(InstancePiece piece, Attempt attempt) {
        List<SeenInstance> now = attempt.seen();
        try {
            for (int look = 0;
                    look < LOOKS
                            && now.size() <= attempt.seen().size()
                            && time.hasLeft(Reserve.FOR_THE_REPORT.plus(BETWEEN_LOOKS));
                    look++) {
                pause.of(BETWEEN_LOOKS);
                now = lookout.instances(region, lab).getOrDefault(piece.key(), attempt.seen());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (AwsFailedException e) {
            // Nothing more was seen, which is said.
            return attempt.seen();
        }
        return now;
    }

    private static String code(SdkException failure) {
        return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorCode())
                : "";
    }
}
