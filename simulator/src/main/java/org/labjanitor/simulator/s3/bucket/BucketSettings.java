package org.labjanitor.simulator.s3.bucket;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * A bucket's settings in the SDK's own types. A new bucket is encrypted, private and owns its
 * objects, as every one is since April 2023 (S3 User Guide, "Default settings for new S3 buckets").
 */
final class BucketSettings {
    private static final ServerSideEncryptionConfiguration DEFAULT_ENCRYPTION =
            ServerSideEncryptionConfiguration.builder()
                    .rules(
                            ServerSideEncryptionRule.builder()
                                    .applyServerSideEncryptionByDefault(
                                            d -> d.sseAlgorithm(ServerSideEncryption.AES256))
                                    .bucketKeyEnabled(false)
                                    .build())
                    .build();

    private final Map<Setting, SdkPojo> settings = new ConcurrentHashMap<>();

    BucketSettings() {
        settings.put(Setting.ENCRYPTION, DEFAULT_ENCRYPTION);
        settings.put(
                Setting.PUBLIC_ACCESS_BLOCK,
                PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)
                        .build());
        settings.put(Setting.OWNERSHIP, ownership(ObjectOwnership.BUCKET_OWNER_ENFORCED));
    }

    static OwnershipControls ownership(ObjectOwnership kind) {
        return OwnershipControls.builder()
                .rules(OwnershipControlsRule.builder().objectOwnership(kind).build())
                .build();
    }

    Optional<SdkPojo> get(Setting setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    void put(Setting setting, SdkPojo value) {
        settings.put(setting, value);
    }

    /** Encryption cannot be without: it falls back to S3's own keys. */
    void remove(Setting setting) {
        if (setting == Setting.ENCRYPTION) {
            settings.put(setting, DEFAULT_ENCRYPTION);
        } else {
            settings.remove(setting);
        }
    }
}
