package org.labjanitor.launcher.files;

import java.util.List;
import java.util.Optional;
import org.labjanitor.core.launch.FileSource;
import org.labjanitor.launcher.region.LabClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.S3Refusal;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Starter files in S3. */
final class StoredFiles {
    private final LabClients clients;

    StoredFiles(LabClients clients) {
        this.clients = clients;
    }

    /** The files of a place, of which the first is surely readable. */
    List<SourceFile> list(FileSource.Stored place) throws UnreadableSourceException {
        S3Client home = clients.s3(clients.homeRegion());
        try {
            return list(home, place);
        } catch (SdkException e) {
            S3Refusal refusal = S3Refusal.of(e);
            if (refusal.isElsewhere() && !refusal.region().isEmpty()) {
                return listElsewhere(clients.s3(refusal.region()), place);
            }
            throw unreadable(place, e);
        }
    }

    private static List<SourceFile> listElsewhere(S3Client s3, FileSource.Stored place)
            throws UnreadableSourceException {
        try {
            return list(s3, place);
        } catch (SdkException e) {
            throw unreadable(place, e);
        }
    }

    private static UnreadableSourceException unreadable(FileSource.Stored place, SdkException e) {
        return new UnreadableSourceException(
                AwsFailure.of("s3:ListBucket or s3:GetObject of " + place.bucket(), e).message());
    }

    private static List<SourceFile> list(S3Client s3, FileSource.Stored place) {
        List<SourceFile> files =
                s3
                        .listObjectsV2Paginator(
                                ListObjectsV2Request.builder()
                                        .bucket(place.bucket())
                                        .prefix(place.prefix())
                                        .build())
                        .contents()
                        .stream()
                        .flatMap(object -> file(place, object).stream())
                        .limit(SourceFiles.MOST + 1L)
                        .toList();
        if (!files.isEmpty()
                && files.getFirst().origin() instanceof SourceFile.Origin.Stored first) {
            s3.headObject(head -> head.bucket(first.bucket()).key(first.key()));
        }
        return files;
    }

    /**
     * The object as a file; empty where it only shares the beginning of its name, or is a folder.
     */
    private static Optional<SourceFile> file(FileSource.Stored place, S3Object object) {
        return name(place.prefix(), object.key())
                .map(name ->
                        new SourceFile(
                                name,
                                object.size(),
                                new SourceFile.Origin.Stored(place.bucket(), object.key())));
    }

    private static Optional<String> name(String prefix, String key) {
        if (key.endsWith("/")) {
            return Optional.empty();
        }
        if (key.equals(prefix)) {
            return Optional.of(key.substring(key.lastIndexOf('/') + 1));
        }
        String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        return key.startsWith(folder)
                ? Optional.of(key.substring(folder.length()))
                : Optional.empty();
    }
}
