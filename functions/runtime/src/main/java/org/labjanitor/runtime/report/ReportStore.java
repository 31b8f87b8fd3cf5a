package org.labjanitor.runtime.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.ResultJson;
import org.labjanitor.runtime.result.RunResult;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Keeps every run's report in a bucket: the page first, then the document, which can so tell
 * whether there is a page. What cannot be written makes the run partial and is told in its result;
 * it is never a reason to lose the result itself.
 */
public final class ReportStore implements RunSink {
    /** A bucket that does not answer must not keep the function from its own answer. */
    private static final AwsRequestOverrideConfiguration SOON =
            AwsRequestOverrideConfiguration.builder()
                    .apiCallAttemptTimeout(Duration.ofSeconds(10))
                    .apiCallTimeout(Duration.ofSeconds(20))
                    .build();

    private final Supplier<S3Client> s3;
    private final String bucket;
    private final ReportPage page = new ReportPage();
    private final ResultJson json = ResultJson.whole();

    public ReportStore(Supplier<S3Client> s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public RunResult accept(RunResult result) {
        String key = ReportKey.of(result);
        return keepDocument(keepPage(result, key + ReportKey.HTML), key + ReportKey.JSON);
    }

    private RunResult keepPage(RunResult result, String key) {
        RunResult kept = result.withReport("s3://" + bucket + "/" + key);
        return fault(() -> put(key, "text/html; charset=utf-8", page(kept), result.account()))
                .map(why -> result.and(new NotExamined("the page of this run's report", why)))
                .orElse(kept);
    }

    private RunResult keepDocument(RunResult result, String key) {
        String location = "s3://" + bucket + "/" + key;
        RunResult kept = result.report() == null ? result.withReport(location) : result;
        return fault(() -> put(key, "application/json", document(kept), result.account()))
                .map(why -> result.and(new NotExamined("the document of this run's report", why)))
                .orElse(kept);
    }

    private Optional<String> fault(Runnable write) {
        try {
            write.run();
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(AwsFailure.of("s3:PutObject in " + bucket, e).message());
        } catch (RuntimeException e) {
            return Optional.of("a fault of the janitor itself: " + e);
        }
    }

    private void put(String key, String type, byte[] content, String account) {
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentType(type)
                        .expectedBucketOwner(account)
                        .overrideConfiguration(SOON)
                        .build();
        s3.get().putObject(request, RequestBody.fromBytes(content));
    }

    private byte[] page(RunResult result) {
        return page.of(result).getBytes(UTF_8);
    }

    private byte[] document(RunResult result) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            json.write(result, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }
}
