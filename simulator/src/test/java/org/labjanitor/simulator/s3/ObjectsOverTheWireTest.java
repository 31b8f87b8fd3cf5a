package org.labjanitor.simulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import org.labjanitor.simulator.s3.bucket.Bucket;
import org.labjanitor.simulator.s3.bucket.Versioning;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** The SDK's own client puts objects, looks at them and removes them. */
class ObjectsOverTheWireTest {
    private final Lab lab = Lab.start();
    private final Bucket bucket =
            lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").buckets().create("lab");
    private final S3Client s3 = LabClients.s3(lab);

    @AfterEach
    void close() {
        s3.close();
        lab.close();
    }

    private void put(String key, String content) {
        s3.putObject(r -> r.bucket("lab").key(key), RequestBody.fromString(content));
    }

    private DeleteObjectsResponse delete(String... keys) {
        List<ObjectIdentifier> objects =
                List.of(keys).stream()
                        .map(key -> ObjectIdentifier.builder().key(key).build())
                        .toList();
        return s3.deleteObjects(r -> r.bucket("lab").delete(d -> d.objects(objects)));
    }

    @Test
    void whatWasPutIsReadListedAndDeleted() {
        put("a b/ü+%.txt", "content");

        assertThat(s3.getObjectAsBytes(r -> r.bucket("lab").key("a b/ü+%.txt")).asUtf8String())
                .isEqualTo("content");
        assertThat(s3.headObject(r -> r.bucket("lab").key("a b/ü+%.txt")).contentLength())
                .isEqualTo(7);
        assertThat(s3.listObjectsV2(r -> r.bucket("lab").encodingType(EncodingType.URL)).contents())
                .extracting(S3Object::key)
                .containsExactly("a b/ü+%.txt");
        assertThat(delete("a b/ü+%.txt").deleted())
                .extracting(DeletedObject::key)
                .containsExactly("a b/ü+%.txt");
        assertThat(bucket.objects().isEmpty()).isTrue();
    }

    @Test
    void aMillionthKeyIsFoundThroughPages() {
        bucket.objects().seed(3_500, i -> "k%05d".formatted(i));

        assertThat(s3.listObjectVersionsPaginator(r -> r.bucket("lab")).versions()).hasSize(3_500);
        assertThat(s3.listObjectsV2Paginator(r -> r.bucket("lab").prefix("k03")).contents())
                .hasSize(500);
    }

    @Test
    void aPolicyForSomeKeysDeniesOnlyThose() {
        put("mine/a", "x");
        put("yours/a", "x");
        bucket.policy(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
                 "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::lab/yours/*"}]}
                """);

        DeleteObjectsResponse answer = delete("mine/a", "yours/a");
        assertThat(answer.errors())
                .extracting(S3Error::key, S3Error::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("yours/a", "AccessDenied"));
        assertThat(bucket.objects().count()).isEqualTo(1);
    }

    @Test
    void aDenialOfEverythingIsToldKeyByKeyOrWhole() {
        put("a", "x");
        lab.account(Lab.DEFAULT_ACCOUNT).deny("s3:DeleteObject");

        assertThatThrownBy(() -> delete("a")).isInstanceOf(S3Exception.class);
        assertThat(bucket.objects().count()).isEqualTo(1);
    }

    @Test
    void uploadsInPartsAreCompletedOrAborted() {
        String id = s3.createMultipartUpload(r -> r.bucket("lab").key("big")).uploadId();
        List<CompletedPart> parts =
                List.of(1, 2).stream().map(number -> uploadPart(id, number)).toList();
        assertThat(s3.listMultipartUploads(r -> r.bucket("lab")).uploads()).hasSize(1);
        CompleteMultipartUploadResponse done =
                s3.completeMultipartUpload(r ->
                        r.bucket("lab")
                                .key("big")
                                .uploadId(id)
                                .multipartUpload(m -> m.parts(parts)));

        assertThat(done.eTag()).endsWith("-2\"");
        assertThat(s3.getObjectAsBytes(r -> r.bucket("lab").key("big")).asUtf8String())
                .isEqualTo(content(1) + content(2));
        String other = bucket.objects().openUpload("never ended");
        s3.abortMultipartUpload(r -> r.bucket("lab").key("never ended").uploadId(other));
        assertThat(bucket.objects().uploads()).isZero();
    }

    /** The least that a part may have unless it is the last, in one letter. */
    private static String content(int number) {
        return String.valueOf(number).repeat(number == 1 ? 5 << 20 : 7);
    }

    private CompletedPart uploadPart(String id, int number) {
        UploadPartResponse sent =
                s3.uploadPart(
                        r -> r.bucket("lab").key("big").uploadId(id).partNumber(number),
                        RequestBody.fromString(content(number)));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(sent.eTag())
                .checksumCRC32(sent.checksumCRC32())
                .build();
    }

    @Test
    void aRetainedVersionIsShortenedByNobodyWithoutBypass() {
        bucket.versioning(Versioning.ENABLED);
        bucket.objects().put("k", 1, "STANDARD", lab.clock().now());
        Instant until = Instant.parse("2027-01-01T00:00:00Z");
        retain(until, false);

        S3Exception refusal =
                catchThrowableOfType(
                        S3Exception.class, () -> retain(until.minusSeconds(60), false));
        assertThat(refusal.statusCode()).isEqualTo(403);
        retain(until.minusSeconds(60), true);
        retain(until.plusSeconds(60), false);
        assertThat(
                        s3.getObjectRetention(r -> r.bucket("lab").key("k"))
                                .retention()
                                .retainUntilDate())
                .isEqualTo(until.plusSeconds(60));
    }

    private void retain(Instant until, boolean bypass) {
        s3.putObjectRetention(r ->
                r.bucket("lab")
                        .key("k")
                        .bypassGovernanceRetention(bypass)
                        .retention(x ->
                                x.mode(ObjectLockRetentionMode.GOVERNANCE).retainUntilDate(until)));
    }
}
