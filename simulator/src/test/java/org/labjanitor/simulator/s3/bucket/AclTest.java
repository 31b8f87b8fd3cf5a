package org.labjanitor.simulator.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.s3.S3Refusals.refusal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.Type;

class AclTest {
    private final Lab lab = Lab.start();
    private final S3Client s3 = LabClients.s3(lab);

    @BeforeEach
    void create() {
        s3.createBucket(request -> request.bucket("logs"));
    }

    @AfterEach
    void close() {
        s3.close();
        lab.close();
    }

    @Test
    void aNewBucketIsItsOwnersAlone() {
        assertThat(s3.getBucketAcl(request -> request.bucket("logs")).grants())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.permission()).isEqualTo(Permission.FULL_CONTROL);
                    assertThat(grant.grantee().type()).isEqualTo(Type.CANONICAL_USER);
                });
    }

    @Test
    void aNewBucketTakesNoOtherAcl() {
        assertThat(
                        refusal(() ->
                                s3.putBucketAcl(request ->
                                        request.bucket("logs").acl("log-delivery-write"))))
                .isEqualTo("AccessControlListNotSupported 400");
        s3.putBucketAcl(request -> request.bucket("logs").acl(BucketCannedACL.PRIVATE));
    }

    @Test
    void aBucketWhoseWritersOwnTheirObjectsCanLetLogsIn() {
        s3.putBucketOwnershipControls(request ->
                request.bucket("logs")
                        .ownershipControls(
                                OwnershipControls.builder()
                                        .rules(
                                                OwnershipControlsRule.builder()
                                                        .objectOwnership(
                                                                ObjectOwnership.OBJECT_WRITER)
                                                        .build())
                                        .build()));

        s3.putBucketAcl(request -> request.bucket("logs").acl("log-delivery-write"));

        assertThat(s3.getBucketAcl(request -> request.bucket("logs")).grants())
                .extracting(Grant::permissionAsString)
                .containsExactly("FULL_CONTROL", "WRITE", "READ_ACP");
    }
}
