package org.labjanitor.simulator.ec2;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.SpotInstanceType;

/**
 * What an instance is like when it comes into the lab.
 *
 * @param id the instance id; null lets the lab choose one
 * @param zone the Availability Zone; null is the Region's zone a
 * @param launchTime the last start; null is now
 * @param attachTime when the primary network interface was attached, which is the first launch;
 *     null is the launch time
 * @param shutdownBehavior what a shutdown from inside does: {@code stop} or {@code terminate}
 * @param spot the kind of its Spot request; null for an instance that is not a Spot Instance
 * @param lifecycle another purchase option than Spot, such as {@code capacity-block}
 * @param operator the service that manages it, such as {@code eks.amazonaws.com}
 * @param hidden whether it is managed and hidden from Describe calls by default
 * @param volumes its EBS volumes, the root first
 * @param transitionReason why it is stopped or terminated; null says that its user did it at
 *     seeding time
 * @param instanceStore whether its root device is an instance store, so that it cannot be stopped
 * @param requesterId who launched it on the account's behalf
 * @param traits what a launch through the API gave it; null for one that was put in
 */
public record InstanceSeed(
        @Nullable String id,
        String imageId,
        String type,
        @Nullable String zone,
        InstanceStateName state,
        @Nullable Instant launchTime,
        @Nullable Instant attachTime,
        Map<String, String> tags,
        boolean terminationProtected,
        boolean stopProtected,
        boolean detailedMonitoring,
        String shutdownBehavior,
        @Nullable SpotInstanceType spot,
        @Nullable String lifecycle,
        @Nullable String operator,
        boolean hidden,
        List<VolumeSeed> volumes,
        Map<String, String> volumeTags,
        @Nullable String transitionReason,
        boolean instanceStore,
        @Nullable String requesterId,
        @Nullable String keyName,
        @Nullable String subnetId,
        List<String> securityGroupIds,
        @Nullable String clientToken,
        @Nullable LaunchTraits traits) {
    public InstanceSeed {
        tags = Map.copyOf(tags);
        volumeTags = Map.copyOf(volumeTags);
        volumes = List.copyOf(volumes);
        securityGroupIds = List.copyOf(securityGroupIds);
    }

    /** A running t3.micro, launched now, with one root volume; everything can be set. */
    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.id = id;
        builder.imageId = imageId;
        builder.type = type;
        builder.zone = zone;
        builder.state = state;
        builder.launchTime = launchTime;
        builder.attachTime = attachTime;
        builder.tags = new LinkedHashMap<>(tags);
        builder.terminationProtected = terminationProtected;
        builder.stopProtected = stopProtected;
        builder.detailedMonitoring = detailedMonitoring;
        builder.shutdownBehavior = shutdownBehavior;
        builder.spot = spot;
        builder.lifecycle = lifecycle;
        builder.operator = operator;
        builder.hidden = hidden;
        builder.volumes = volumes;
        builder.volumeTags = volumeTags;
        builder.transitionReason = transitionReason;
        builder.instanceStore = instanceStore;
        builder.requesterId = requesterId;
        builder.keyName = keyName;
        builder.subnetId = subnetId;
        builder.securityGroupIds = securityGroupIds;
        builder.clientToken = clientToken;
        builder.traits = traits;
        return builder;
    }

    /** Says what an instance is like, one trait at a time. */
    public static final class Builder {
        private @Nullable String id;
        private String imageId = "ami-0abcdef1234567890";
        private String type = "t3.micro";
        private @Nullable String zone;
        private InstanceStateName state = InstanceStateName.RUNNING;
        private @Nullable Instant launchTime;
        private @Nullable Instant attachTime;
        private Map<String, String> tags = new LinkedHashMap<>();
        private boolean terminationProtected;
        private boolean stopProtected;
        private boolean detailedMonitoring;
        private String shutdownBehavior = "stop";
        private @Nullable SpotInstanceType spot;
        private @Nullable String lifecycle;
        private @Nullable String operator;
        private boolean hidden;
        private List<VolumeSeed> volumes = List.of(VolumeSeed.root());
        private Map<String, String> volumeTags = Map.of();
        private @Nullable String transitionReason;
        private boolean instanceStore;
        private @Nullable String requesterId;
        private @Nullable String keyName;
        private @Nullable String subnetId;
        private List<String> securityGroupIds = List.of();
        private @Nullable String clientToken;
        private @Nullable LaunchTraits traits;

        private Builder() {}

        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        public Builder image(String value) {
            this.imageId = value;
            return this;
        }

        public Builder type(String value) {
            this.type = value;
            return this;
        }

        public Builder zone(@Nullable String value) {
            this.zone = value;
            return this;
        }

        public Builder state(InstanceStateName value) {
            this.state = value;
            return this;
        }

        public Builder launched(@Nullable Instant value) {
            this.launchTime = value;
            return this;
        }

        public Builder attached(@Nullable Instant value) {
            this.attachTime = value;
            return this;
        }

        public Builder tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        public Builder tags(Map<String, String> values) {
            this.tags = new LinkedHashMap<>(values);
            return this;
        }

        public Builder terminationProtected() {
            return terminationProtected(true);
        }

        public Builder terminationProtected(boolean value) {
            this.terminationProtected = value;
            return this;
        }

        public Builder stopProtected() {
            return stopProtected(true);
        }

        public Builder stopProtected(boolean value) {
            this.stopProtected = value;
            return this;
        }

        public Builder detailedMonitoring() {
            return detailedMonitoring(true);
        }

        public Builder detailedMonitoring(boolean value) {
            this.detailedMonitoring = value;
            return this;
        }

        public Builder shutdownBehavior(String value) {
            this.shutdownBehavior = value;
            return this;
        }

        public Builder spot(@Nullable SpotInstanceType value) {
            this.spot = value;
            return this;
        }

        public Builder lifecycle(@Nullable String value) {
            this.lifecycle = value;
            return this;
        }

        public Builder managedBy(@Nullable String value) {
            this.operator = value;
            return this;
        }

        public Builder hidden() {
            return hidden(true);
        }

        public Builder hidden(boolean value) {
            this.hidden = value;
            return this;
        }

        public Builder volumes(VolumeSeed... values) {
            return volumes(List.of(values));
        }

        public Builder volumes(List<VolumeSeed> values) {
            this.volumes = values;
            return this;
        }

        public Builder volumeTags(Map<String, String> value) {
            this.volumeTags = value;
            return this;
        }

        public Builder transitionReason(@Nullable String value) {
            this.transitionReason = value;
            return this;
        }

        public Builder instanceStore() {
            return instanceStore(true);
        }

        public Builder instanceStore(boolean value) {
            this.instanceStore = value;
            return this;
        }

        public Builder requestedBy(@Nullable String value) {
            this.requesterId = value;
            return this;
        }

        public Builder keyName(@Nullable String value) {
            this.keyName = value;
            return this;
        }

        public Builder subnet(@Nullable String value) {
            this.subnetId = value;
            return this;
        }

        public Builder securityGroups(List<String> value) {
            this.securityGroupIds = value;
            return this;
        }

        public Builder clientToken(@Nullable String value) {
            this.clientToken = value;
            return this;
        }

        Builder traits(@Nullable LaunchTraits value) {
            this.traits = value;
            return this;
        }

        public InstanceSeed build() {
            return new InstanceSeed(
                    id,
                    imageId,
                    type,
                    zone,
                    state,
                    launchTime,
                    attachTime,
                    tags,
                    terminationProtected,
                    stopProtected,
                    detailedMonitoring,
                    shutdownBehavior,
                    spot,
                    lifecycle,
                    operator,
                    hidden,
                    volumes,
                    volumeTags,
                    transitionReason,
                    instanceStore,
                    requesterId,
                    keyName,
                    subnetId,
                    securityGroupIds,
                    clientToken,
                    traits);
        }
    }
}
