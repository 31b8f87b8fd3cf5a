package org.labjanitor.simulator.ec2;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.ec2.offer.LabImage;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Reads from a launch what its instances can do once they run. */
final class LaunchSettings {
    private static final int MOST_HOPS = 64;

    private LaunchSettings() {}

    static LaunchTraits traits(Call call, RunInstancesRequest request, LabImage image) {
        return new LaunchTraits(
                profileArn(call, request.iamInstanceProfile()),
                request.userData(),
                metadata(request.metadataOptions(), image),
                true);
    }

    private static @Nullable String profileArn(
            Call call, @Nullable IamInstanceProfileSpecification profile) {
        if (profile == null || (profile.name() == null && profile.arn() == null)) {
            return null;
        }
        if (profile.name() != null && profile.arn() != null) {
            throw AwsError.badRequest(
                    "InvalidParameterCombination",
                    "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'");
        }
        String prefix = "arn:aws:iam::" + call.context().accountId() + ":instance-profile/";
        String arn = profile.arn() == null ? prefix + profile.name() : profile.arn();
        String name = arn.startsWith(prefix) ? arn.substring(prefix.length()) : "";
        if (!call.stock().instanceProfiles().contains(name)) {
            throw unknown(profile);
        }
        return arn;
    }

    private static AwsError unknown(IamInstanceProfileSpecification profile) {
        boolean byArn = profile.arn() != null;
        return AwsError.badRequest(
                "InvalidParameterValue",
                "Value (%s) for parameter iamInstanceProfile.%s is invalid. Invalid IAM Instance Profile %s"
                        .formatted(
                                byArn ? profile.arn() : profile.name(),
                                byArn ? "arn" : "name",
                                byArn ? "ARN" : "name"));
    }

    /**
     * What a launch leaves open is decided by the image: {@code ImdsSupport v2.0} requires tokens
     * and allows two hops [UG configuring-instance-metadata-options].
     */
    private static InstanceMetadataOptionsResponse metadata(
            @Nullable InstanceMetadataOptionsRequest asked, LabImage image) {
        InstanceMetadataOptionsRequest wish =
                asked == null ? InstanceMetadataOptionsRequest.builder().build() : asked;
        Honoured.only(
                "RunInstances",
                wish,
                Set.of(
                        "HttpTokens",
                        "HttpEndpoint",
                        "HttpPutResponseHopLimit",
                        "InstanceMetadataTags"));
        int hops =
                Objects.requireNonNullElse(
                        wish.httpPutResponseHopLimit(), image.tokensRequired() ? 2 : 1);
        if (hops < 1 || hops > MOST_HOPS) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Value (%d) for parameter HttpPutResponseHopLimit is invalid: 1 to 64"
                            .formatted(hops));
        }
        return InstanceMetadataOptionsResponse.builder()
                .state("applied")
                .httpTokens(
                        Objects.requireNonNullElse(
                                wish.httpTokensAsString(),
                                image.tokensRequired() ? "required" : "optional"))
                .httpEndpoint(Objects.requireNonNullElse(wish.httpEndpointAsString(), "enabled"))
                .httpPutResponseHopLimit(hops)
                .httpProtocolIpv6("disabled")
                .instanceMetadataTags(
                        Objects.requireNonNullElse(wish.instanceMetadataTagsAsString(), "disabled"))
                .build();
    }
}
