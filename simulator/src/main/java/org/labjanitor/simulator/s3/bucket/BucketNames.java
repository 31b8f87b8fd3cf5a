package org.labjanitor.simulator.s3.bucket;

import java.util.List;
import java.util.regex.Pattern;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsError;

/** Which names a bucket can have (S3 User Guide, "General purpose bucket naming rules"). */
final class BucketNames {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> RESERVED_PREFIXES =
            List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_SUFFIXES =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private BucketNames() {}

    static void require(String name) {
        boolean good =
                SHAPE.matcher(name).matches()
                        && !IP_ADDRESS.matcher(name).matches()
                        && !name.contains("..")
                        && RESERVED_PREFIXES.stream().noneMatch(name::startsWith)
                        && RESERVED_SUFFIXES.stream().noneMatch(name::endsWith);
        if (!good) {
            throw invalid(name);
        }
    }

    /** "In your account regional namespace": the name ends with account and Region. */
    static void requireRegional(String name, Place home) {
        String suffix = "-%s-%s-an".formatted(home.accountId(), home.region());
        if (!name.endsWith(suffix) || name.length() == suffix.length()) {
            throw invalid(name);
        }
    }

    private static AwsError invalid(String name) {
        return AwsError.badRequest("InvalidBucketName", "The specified bucket is not valid.")
                .withDetail("BucketName", name);
    }
}
