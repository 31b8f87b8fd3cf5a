package org.labjanitor.cli.history;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsFailedException;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.report.ReportKey;
import org.labjanitor.runtime.settings.Mode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The reports in a bucket. Only those of runs that clean are read: no other run removes. */
public final class ReportArchive {
    private static final int AT_ONCE = 8;
    private static final String CLEANED = "-" + Mode.CLEAN.id() + "-";

    private final S3Client s3;
    private final String bucket;
    private final String owner;
    private final ReportReader reader = new ReportReader();

    /**
     * The reports of a bucket.
     *
     * @param owner the account that the bucket has to belong to
     */
    public ReportArchive(S3Client s3, String bucket, String owner) {
        this.s3 = s3;
        this.bucket = bucket;
        this.owner = owner;
    }

    /**
     * Reads the newest reports.
     *
     * @param since the first day; null for all there are
     * @param most how many reports to read at most
     * @throws AwsFailedException if the bucket cannot be listed
     */
    public History read(List<String> sweeps, @Nullable LocalDate since, int most) {
        List<String> keys = new ArrayList<>();
        sweeps.forEach(sweep -> keys.addAll(keys(sweep, since)));
        keys.sort(Comparator.comparing(ReportArchive::nameOf).reversed());
        List<String> newest = keys.subList(0, Math.min(most, keys.size()));
        List<Callable<Report>> reads = new ArrayList<>();
        newest.forEach(key -> reads.add(() -> read(key)));
        List<PastRun> runs = new ArrayList<>();
        List<NotRead> notRead = new ArrayList<>();
        for (Report report : new ParallelCalls(AT_ONCE).all(reads)) {
            switch (report) {
                case PastRun run when run.removed().isEmpty() -> {}
                case PastRun run -> runs.add(run);
                case NotRead gap -> notRead.add(gap);
            }
        }
        return new History(runs, notRead, newest.size(), keys.size() - newest.size());
    }

    private List<String> keys(String sweep, @Nullable LocalDate since) {
        ListObjectsV2Request.Builder request =
                ListObjectsV2Request.builder()
                        .bucket(bucket)
                        .prefix(ReportKey.prefix(sweep))
                        .expectedBucketOwner(owner);
        if (since != null) {
            request.startAfter(ReportKey.prefix(sweep, since));
        }
        try {
            return s3.listObjectsV2Paginator(request.build()).contents().stream()
                    .map(S3Object::key)
                    .filter(key -> key.endsWith(ReportKey.JSON) && nameOf(key).contains(CLEANED))
                    .toList();
        } catch (SdkException e) {
            throw new AwsFailedException("s3:ListBucket of " + bucket, e);
        }
    }

    private Report read(String key) {
        GetObjectRequest request =
                GetObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .expectedBucketOwner(owner)
                        .build();
        try (InputStream document = s3.getObject(request)) {
            return reader.read(key, document);
        } catch (BrokenReportException e) {
            return new NotRead(key, String.valueOf(e.getMessage()));
        } catch (SdkException e) {
            return new NotRead(key, AwsFailure.of("s3:GetObject", e).message());
        } catch (IOException e) {
            return new NotRead(key, "the connection was lost while it was read: " + e.getMessage());
        }
    }

    /** Names begin with the time, and so they are in its order across sweeps. */
    private static String nameOf(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
