package org.labjanitor.launcher.creation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.labjanitor.core.launch.FilePiece;
import org.labjanitor.launcher.files.SourceFile;
import org.labjanitor.launcher.files.SourceFile.Origin;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.launcher.result.PieceState;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.time.TimeBudget;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/**
 * Puts starter files into a bucket. A key that is there stays as it is: it may hold a student's
 * work by now.
 */
public final class FileCopier {
    private final String account;

    public FileCopier(String account) {
        this.account = account;
    }

    /**
     * Copies the files that are not there.
     *
     * @param s3 for the bucket's Region
     */
    public LaunchedPiece copy(
            LaunchedPiece state,
            FilePiece piece,
            List<SourceFile> files,
            S3Client s3,
            TimeBudget time) {
        int there = 0;
        int copied = 0;
        try {
            Set<String> keys = keys(s3, piece);
            for (SourceFile file : files) {
                String key = piece.prefix() + file.name();
                if (!keys.contains(key)) {
                    if (!time.hasLeft(Reserve.FOR_THE_REPORT)) {
                        return state.is(PieceState.FAILED, there, Reserve.EXHAUSTED);
                    }
                    copy(s3, piece, file, key);
                    copied++;
                }
                there++;
            }
            return state.is(
                    copied == 0 ? PieceState.EXISTING : PieceState.CREATED,
                    there,
                    detail(there, copied));
        } catch (SdkException e) {
            return state.is(
                    PieceState.FAILED,
                    there,
                    AwsFailure.of("s3:PutObject to " + piece.target(), e).message());
        }
    }

    private static String detail(int there, int copied) {
        int kept = there - copied;
        return copied == 0 || kept == 0
                ? ""
                : "%d were there already and stay as they are".formatted(kept);
    }

    private Set<String> keys(S3Client s3, FilePiece piece) {
        Set<String> keys = new HashSet<>();
        for (S3Object object :
                s3.listObjectsV2Paginator(list ->
                                list.bucket(piece.bucket())
                                        .prefix(piece.prefix())
                                        .expectedBucketOwner(account))
                        .contents()) {
            keys.add(object.key());
        }
        return keys;
    }

    private void copy(S3Client s3, FilePiece piece, SourceFile file, String key) {
        switch (file.origin()) {
            case Origin.Stored(String bucket, String from) ->
                    s3.copyObject(copy ->
                            copy.sourceBucket(bucket)
                                    .sourceKey(from)
                                    .destinationBucket(piece.bucket())
                                    .destinationKey(key)
                                    // Tags stay behind: copying them takes more permissions.
                                    .taggingDirective(TaggingDirective.REPLACE)
                                    .expectedBucketOwner(account));
            case Origin.Local(var path) ->
                    s3.putObject(
                            put -> put.bucket(piece.bucket()).key(key).expectedBucketOwner(account),
                            RequestBody.fromFile(path));
        }
    }
}
