package org.labjanitor.cli.aws;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * The configuration as the SDK reads it: environment, shared files, container and instance roles. A
 * profile that was named wins over credentials in the environment, as with the AWS CLI.
 */
public final class SdkProfiles implements Profiles {
    private final Map<String, String> environment;

    public SdkProfiles(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public AwsCredentialsProvider credentials(@Nullable String profile) {
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }

    /**
     * {@code AWS_DEFAULT_REGION}, which the AWS CLI reads and the SDK does not, counts here as
     * well. An instance's metadata is not asked: on a laptop that only waits for a timeout.
     */
    @Override
    public Optional<String> region(@Nullable String profile) {
        if (profile != null) {
            return regionOf(new AwsProfileRegionProvider(null, profile));
        }
        return regionOf(new SystemSettingsRegionProvider())
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                .filter(name -> !name.isBlank())
                .or(() -> regionOf(new AwsProfileRegionProvider()));
    }

    private static Optional<String> regionOf(AwsRegionProvider provider) {
        try {
            return Optional.ofNullable(provider.getRegion()).map(Region::id);
        } catch (SdkClientException noRegion) {
            return Optional.empty();
        }
    }
}
