package org.labjanitor.launcher.creation;

import java.util.Collection;
import org.labjanitor.core.launch.BucketPiece;
import org.labjanitor.launcher.look.BucketLookout;
import org.labjanitor.launcher.look.BucketSight;
import org.labjanitor.launcher.region.LabClients;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.launcher.result.PieceState;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.aws.AwsFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Creates buckets. The tags go with CreateBucket itself, so that no run that dies leaves a bucket
 * that nobody would find.
 */
public final class BucketCreator {
    /** The only Region whose buckets have no location constraint (S3 API, CreateBucket). */
    private static final String FIRST_REGION = "us-east-1";

    private final LabClients clients;
    private final BucketLookout lookout;
    private final String account;

    public BucketCreator(LabClients clients, BucketLookout lookout, String account) {
        this.clients = clients;
        this.lookout = lookout;
        this.account = account;
    }

    /**
     * Creates the bucket unless it is there, and sees to its versioning.
     *
     * @param lab whose bucket it is
     * @param sight what its name stood for before
     */
    public LaunchedPiece create(
            LaunchedPiece state, BucketPiece piece, String lab, BucketSight sight) {
        try {
            return switch (sight) {
                case BucketSight.Taken(String why) -> state.is(PieceState.FAILED, 0, why);
                case BucketSight.Ours _ -> existing(state, piece);
                case BucketSight.Free _ -> create(state, piece, lab);
            };
        } catch (SdkException e) {
            return state.is(
                    PieceState.FAILED,
                    0,
                    AwsFailure.of("s3:CreateBucket of " + piece.name(), e).message());
        } catch (AwsFailedException e) {
            return state.is(PieceState.FAILED, 0, String.valueOf(e.getMessage()));
        }
    }

    private LaunchedPiece create(LaunchedPiece state, BucketPiece piece, String lab) {
        try {
            clients.s3(piece.region())
                    .createBucket(create ->
                            create.bucket(piece.name())
                                    .createBucketConfiguration(configuration(piece)));
        } catch (BucketAlreadyOwnedByYouException e) {
            return owned(state, piece, lab);
        }
        // In us-east-1 S3 also says yes to a name that one has already; the tags tell whose it is.
        BucketSight seen = lookout.look(piece, lab);
        if (seen instanceof BucketSight.Ours) {
            return versioned(state.is(PieceState.CREATED, 1, ""), piece);
        }
        return state.is(
                PieceState.FAILED,
                0,
                seen instanceof BucketSight.Taken(String why)
                        ? why
                        : "bucket %s was created, but a look at it found nothing; launch again"
                                .formatted(piece.name()));
    }

    private LaunchedPiece owned(LaunchedPiece state, BucketPiece piece, String lab) {
        return switch (lookout.look(piece, lab)) {
            case BucketSight.Ours _ -> existing(state, piece);
            case BucketSight.Taken(String why) -> state.is(PieceState.FAILED, 0, why);
            case BucketSight.Free _ ->
                    state.is(
                            PieceState.FAILED,
                            0,
                            "bucket %s is yours already, as CreateBucket says, but a look at it found nothing; launch again"
                                    .formatted(piece.name()));
        };
    }

    private static CreateBucketConfiguration configuration(BucketPiece piece) {
        CreateBucketConfiguration.Builder configuration =
                CreateBucketConfiguration.builder().tags(tags(piece));
        return piece.region().equals(FIRST_REGION)
                ? configuration.build()
                : configuration.locationConstraint(piece.region()).build();
    }

    private static Collection<Tag> tags(BucketPiece piece) {
        return piece.tags().entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private LaunchedPiece existing(LaunchedPiece state, BucketPiece piece) {
        return versioned(state.is(PieceState.EXISTING, 1, ""), piece);
    }

    private LaunchedPiece versioned(LaunchedPiece state, BucketPiece piece) {
        if (!piece.versioning()) {
            return state;
        }
        try {
            S3Client s3 = clients.s3(piece.region());
            if (s3.getBucketVersioning(get -> get.bucket(piece.name()).expectedBucketOwner(account))
                            .status()
                    != BucketVersioningStatus.ENABLED) {
                s3.putBucketVersioning(put ->
                        put.bucket(piece.name())
                                .expectedBucketOwner(account)
                                .versioningConfiguration(
                                        to -> to.status(BucketVersioningStatus.ENABLED)));
            }
            return state;
        } catch (SdkException e) {
            return state.is(
                    PieceState.FAILED,
                    1,
                    "the bucket is there, but without versioning: "
                            + AwsFailure.of("s3:PutBucketVersioning of " + piece.name(), e)
                                    .message());
        }
    }
}
