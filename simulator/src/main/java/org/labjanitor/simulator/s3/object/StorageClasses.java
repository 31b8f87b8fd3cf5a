package org.labjanitor.simulator.s3.object;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.labjanitor.simulator.wire.AwsError;

/** The storage classes of the S3 API reference by number, so that one fits in a few bits. */
final class StorageClasses {
    static final String STANDARD = "STANDARD";

    private static final List<String> NAMES =
            List.of(
                    STANDARD,
                    "REDUCED_REDUNDANCY",
                    "STANDARD_IA",
                    "ONEZONE_IA",
                    "INTELLIGENT_TIERING",
                    "GLACIER",
                    "DEEP_ARCHIVE",
                    "GLACIER_IR",
                    "OUTPOSTS",
                    "SNOW",
                    "EXPRESS_ONEZONE");
    private static final List<byte[]> BYTES =
            NAMES.stream().map(name -> name.getBytes(StandardCharsets.US_ASCII)).toList();

    private StorageClasses() {}

    /**
     * The class's number.
     *
     * @throws AwsError InvalidStorageClass where there is no such class
     */
    static int number(String name) {
        int number = NAMES.indexOf(name);
        if (number < 0) {
            throw AwsError.badRequest(
                    "InvalidStorageClass", "The storage class you specified is not valid");
        }
        return number;
    }

    static String name(int number) {
        return NAMES.get(number);
    }

    static byte[] bytes(int number) {
        return BYTES.get(number);
    }
}
