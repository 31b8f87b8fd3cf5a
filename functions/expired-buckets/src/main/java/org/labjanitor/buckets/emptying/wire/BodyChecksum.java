package org.labjanitor.buckets.emptying.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The checksum that S3 demands of a DeleteObjects. */
enum BodyChecksum {
    /** What the SDKs send, and the cheaper one by far. */
    CRC32 {
        @Override
        void addTo(Map<String, String> headers, byte[] body) {
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(body);
            byte[] bytes = ByteBuffer.allocate(4).putInt((int) sum.getValue()).array();
            headers.put("x-amz-sdk-checksum-algorithm", "CRC32");
            headers.put("x-amz-checksum-crc32", Base64.getEncoder().encodeToString(bytes));
        }
    },
    /** What servers know that are older than that. */
    MD5 {
        @Override
        void addTo(Map<String, String> headers, byte[] body) {
            try {
                byte[] sum = MessageDigest.getInstance("MD5").digest(body);
                headers.put("Content-MD5", Base64.getEncoder().encodeToString(sum));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has MD5", e);
            }
        }
    };

    abstract void addTo(Map<String, String> headers, byte[] body);

    /** Whether the error says that only an MD5 will do. */
    static boolean isMissed(S3Error error) {
        return error.code().equals("MissingContentMD5")
                || (error.code().equals("InvalidRequest") && error.message().contains("MD5"));
    }
}
