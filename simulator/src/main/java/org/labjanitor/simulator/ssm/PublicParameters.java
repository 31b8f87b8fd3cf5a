package org.labjanitor.simulator.ssm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.labjanitor.simulator.ec2.offer.PublicImages;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** The parameters that AWS and Canonical publish: ids of the newest images in each Region. */
final class PublicParameters {
    private static final int MOST_NAMES = 10;

    /** When the newest of the images came out. */
    private static final Instant PUBLISHED = Instant.parse("2026-11-11T08:00:00Z");

    GetParameterResponse one(CallContext context, GetParameterRequest request) {
        if (request.name() == null) {
            throw SsmErrors.constraint("null", "name", "Member must not be null");
        }
        Parameter parameter =
                find(context, request.name())
                        .orElseThrow(() -> AwsError.badRequest("ParameterNotFound", ""));
        return GetParameterResponse.builder().parameter(parameter).build();
    }

    GetParametersResponse several(CallContext context, GetParametersRequest request) {
        if (request.names().isEmpty() || request.names().size() > MOST_NAMES) {
            throw SsmErrors.constraint(
                    request.names(),
                    "names",
                    "Member must have length less than or equal to 10 and at least 1");
        }
        List<Parameter> found = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        for (String name : new LinkedHashSet<>(request.names())) {
            find(context, name).ifPresentOrElse(found::add, () -> invalid.add(name));
        }
        return GetParametersResponse.builder().parameters(found).invalidParameters(invalid).build();
    }

    private static Optional<Parameter> find(CallContext context, String name) {
        return PublicImages.of(context.region())
                .parameter(name)
                .map(imageId ->
                        Parameter.builder()
                                .name(name)
                                .type(ParameterType.STRING)
                                .value(imageId)
                                .version(1L)
                                .lastModifiedDate(PUBLISHED)
                                .arn("arn:aws:ssm:" + context.region() + "::parameter" + name)
                                .dataType(name.contains("/canonical/") ? "aws:ec2:image" : "text")
                                .build());
    }
}
