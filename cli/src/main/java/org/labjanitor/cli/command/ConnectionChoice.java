package org.labjanitor.cli.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.aws.Profiles;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.Settings;

/** Finds out whom to talk to, from options first and from the AWS CLI's usual places second. */
final class ConnectionChoice {
    private static final String FIRST_REGION = "us-east-1";

    private final Map<String, String> environment;
    private final Profiles profiles;

    ConnectionChoice(Map<String, String> environment, Profiles profiles) {
        this.environment = environment;
        this.profiles = profiles;
    }

    /**
     * The connection.
     *
     * @param byDefault Regions of the settings, for where no option names one
     * @throws UsageException if no Region can be found out, or the endpoint is no URL
     */
    AwsConnection of(WhereOptions where, List<String> byDefault) {
        if (where.allRegions && !where.regions.isEmpty()) {
            throw new UsageException(
                    "--region and --all-regions exclude each other; use one of them");
        }
        return new AwsConnection(
                profiles.credentials(where.profile),
                homeRegion(where, byDefault),
                endpoint(where.endpointUrl));
    }

    /**
     * The connection for a question whose Region is found out on the way.
     *
     * @param region where to ask first; null leaves it to the profile
     * @throws UsageException if the endpoint is no URL
     */
    AwsConnection of(AccountOptions who, @Nullable String region) {
        String home = region == null ? profiles.region(who.profile).orElse(FIRST_REGION) : region;
        return new AwsConnection(
                profiles.credentials(who.profile), home, endpoint(who.endpointUrl));
    }

    /** Account-wide questions have to be asked somewhere, even where no Region is configured. */
    private String homeRegion(WhereOptions where, List<String> byDefault) {
        Optional<String> named =
                where.regions.stream()
                        .findFirst()
                        .or(() ->
                                byDefault.stream()
                                        .filter(name -> !name.equals(Settings.ALL_REGIONS))
                                        .findFirst());
        boolean everywhere = where.allRegions || byDefault.contains(Settings.ALL_REGIONS);
        return profiles.region(where.profile)
                .or(() -> named)
                .or(() -> everywhere ? Optional.of(FIRST_REGION) : Optional.empty())
                .orElseThrow(() ->
                        new UsageException(
                                "no Region is configured. Name one with --region us-east-1, look everywhere with"
                                        + " --all-regions, or set AWS_REGION"));
    }

    private @Nullable URI endpoint(@Nullable String option) {
        String url = option == null ? environment.getOrDefault("AWS_ENDPOINT_URL", "") : option;
        if (url.isBlank()) {
            return null;
        }
        String name = option == null ? "AWS_ENDPOINT_URL" : "--endpoint-url";
        try {
            URI uri = new URI(url.strip());
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException notAUrl) {
            // Said below, together with what a URL looks like.
        }
        throw new UsageException(
                "%s is \"%s\", but must be a URL such as http://127.0.0.1:4599"
                        .formatted(name, url));
    }
}
