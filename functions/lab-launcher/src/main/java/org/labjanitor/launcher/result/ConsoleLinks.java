package org.labjanitor.launcher.result;

import java.util.Optional;

/** Where the console of a Region's partition shows what was launched. */
public final class ConsoleLinks {
    private final String region;

    public ConsoleLinks(String region) {
        this.region = region;
    }

    /** An instance in the EC2 console; empty in a partition whose console is not known. */
    public Optional<String> instance(String id) {
        return console()
                .map(console ->
                        "%s/ec2/home?region=%s#InstanceDetails:instanceId=%s"
                                .formatted(console, region, id));
    }

    /** A shell on the instance through Session Manager; empty as above. */
    public Optional<String> connect(String id) {
        return console()
                .map(console ->
                        "%s/systems-manager/session-manager/%s?region=%s"
                                .formatted(console, id, region));
    }

    /** A bucket in the S3 console; empty as above. */
    public Optional<String> bucket(String name) {
        return console()
                .map(console -> "%s/s3/buckets/%s?region=%s".formatted(console, name, region));
    }

    private Optional<String> console() {
        return domain().map(domain -> "https://%s.%s".formatted(region, domain));
    }

    private Optional<String> domain() {
        if (region.startsWith("cn-")) {
            return Optional.of("console.amazonaws.cn");
        }
        if (region.startsWith("us-gov-")) {
            return Optional.of("console.amazonaws-us-gov.com");
        }
        return region.startsWith("us-iso") || region.startsWith("eusc-")
                ? Optional.empty()
                : Optional.of("console.aws.amazon.com");
    }
}
