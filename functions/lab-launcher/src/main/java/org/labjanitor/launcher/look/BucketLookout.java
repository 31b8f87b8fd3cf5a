package org.labjanitor.launcher.look;

import java.util.HashMap;
import java.util.Map;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.launcher.region.LabClients;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.Tag;

/** Looks what a bucket's name stands for. */
public final class BucketLookout {
    private final LabClients clients;
    private final LabTags labTags;
    private final String account;

    public BucketLookout(LabClients clients, LabTags labTags, String account) {
        this.clients = clients;
        this.labTags = labTags;
        this.account = account;
    }

    /**
     * Looks once.
     *
     * @param lab whose bucket it would be
     * @throws AwsFailedException if S3 does not say
     */
    public BucketSight look(BucketPiece piece, String lab) {
        try {
            return sight(piece, lab, tags(piece));
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.isNoSuchBucket()) {
                return new BucketSight.Free();
            }
            if (refusal.is("NoSuchTagSet")) {
                return outside(piece);
            }
            if (refusal.isForbidden()) {
                return new BucketSight.Taken(
                        "bucket %s: the name is taken by another account, or the credentials lack s3:GetBucketTagging; choose another name"
                                .formatted(piece.name()));
            }
            if (refusal.isElsewhere()) {
                return elsewhere(piece, refusal.region());
            }
            throw new AwsFailedException("s3:GetBucketTagging of " + piece.name(), e);
        }
    }

    private Map<String, String> tags(BucketPiece piece) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag :
                clients.s3(piece.region())
                        .getBucketTagging(
                                get -> get.bucket(piece.name()).expectedBucketOwner(account))
                        .tagSet()) {
            tags.put(tag.key(), tag.value());
        }
        return tags;
    }

    private BucketSight sight(BucketPiece piece, String lab, Map<String, String> tags) {
        boolean isOurs =
                lab.equals(tags.get(labTags.labKey()))
                        && piece.name().equals(tags.get(labTags.pieceKey()));
        if (!isOurs) {
            return outside(piece);
        }
        String expires = tags.get(labTags.expiresKey());
        return new BucketSight.Ours(expires == null ? null : TagTime.end(expires).orElse(null));
    }

    private static BucketSight outside(BucketPiece piece) {
        return new BucketSight.Taken(
                "bucket %s: you have a bucket of that name already, and it is not this lab's; choose another name"
                        .formatted(piece.name()));
    }

    private static BucketSight elsewhere(BucketPiece piece, String region) {
        return new BucketSight.Taken(
                "bucket %s: the name is taken in %s, but the document has it in %s; choose another name or that Region"
                        .formatted(
                                piece.name(),
                                region.isEmpty() ? "another Region" : region,
                                piece.region()));
    }
}
