package org.labjanitor.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.sink.RunSinks;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

class ReportStoreTest {
    private static final String BUCKET = "janitor-reports";
    private static final String OPEN_TO_ALL =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\","
                    + " \"Action\": \"s3:*\", \"Resource\": [\"arn:aws:s3:::strange\", \"arn:aws:s3:::strange/*\"]}]}";
    private static final String KEY = "reports/instances/2026/11/24/20261124T140503Z-clean-1f3a-77";

    private final Lab lab =
            Lab.builder().now(SampleRun.NOW).accounts(SampleRun.ACCOUNT, "444455556666").start();
    private final AwsClients clients =
            new AwsClients(
                    new AwsConnection(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create(
                                            lab.accessKey(SampleRun.ACCOUNT), "any")),
                            "us-east-1",
                            lab.endpoint()));
    private final RunResult run = complete();

    @BeforeEach
    void create() {
        bucketOf(SampleRun.ACCOUNT);
    }

    @AfterEach
    void close() {
        clients.close();
        lab.close();
    }

    @Test
    void aRunLeavesADocumentAndAPageAndSaysWhere() throws IOException {
        RunResult told = stored(run);

        assertThat(told.report()).isEqualTo("s3://" + BUCKET + "/" + KEY + ".html");
        assertThat(told.status()).isEqualTo(RunStatus.COMPLETE);
        ResponseBytes<GetObjectResponse> page = object(KEY + ".html");
        assertThat(page.response().contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.asUtf8String()).startsWith("<!doctype html>").contains("k8s-sandbox");
        ResponseBytes<GetObjectResponse> document = object(KEY + ".json");
        assertThat(document.response().contentType()).isEqualTo("application/json");
        JsonNode json = new ObjectMapper().readTree(document.asByteArray());
        assertThat(json.path("report").asText()).isEqualTo(told.report());
        assertThat(json.path("items").get(0).path("cpu").path("percents")).hasSize(84);
    }

    @Test
    void withoutAReportBucketNothingIsWritten() {
        List<RunSink> sinks = RunSinks.of(Settings.defaults(), clients, lab.clock(), List.of());

        assertThat(sinks).noneMatch(ReportStore.class::isInstance);
    }

    @Test
    void aPageThatIsRefusedIsToldAndTheDocumentSaysSo() throws IOException {
        fail(1, "AccessDenied", 403);

        RunResult told = stored(run);

        assertThat(told.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(told.notExamined())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.what()).isEqualTo("the page of this run's report");
                    assertThat(gap.why())
                            .contains("s3:PutObject in janitor-reports", "AccessDenied");
                });
        assertThat(told.report()).isEqualTo("s3://" + BUCKET + "/" + KEY + ".json");
        assertThat(keys()).containsExactly(KEY + ".json");
        JsonNode json = new ObjectMapper().readTree(object(KEY + ".json").asByteArray());
        assertThat(json.path("outcome").asText()).isEqualTo("partial");
        assertThat(json.path("items")).hasSize(1);
    }

    @Test
    void aDocumentThatIsRefusedIsTold() {
        fail(2, "AccessDenied", 403);

        RunResult told = stored(run);

        assertThat(told.report()).isEqualTo("s3://" + BUCKET + "/" + KEY + ".html");
        assertThat(told.notExamined())
                .extracting(NotExamined::what)
                .containsExactly("the document of this run's report");
        assertThat(told.items()).isEqualTo(run.items());
    }

    @Test
    void aBucketThatDoesNotExistIsNoReasonToLoseTheResult() {
        RunResult told = new ReportStore(clients::homeS3, "no-such-bucket").accept(run);

        assertThat(told.report()).isNull();
        assertThat(told.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(told.notExamined())
                .hasSize(2)
                .allMatch(gap -> gap.why().contains("NoSuchBucket"));
        assertThat(told.items()).isEqualTo(run.items());
    }

    @Test
    void aFaultOfOurOwnIsToldAsWell() {
        RunSink store =
                new ReportStore(
                        () -> {
                            throw new IllegalStateException("no client");
                        },
                        BUCKET);

        assertThat(store.accept(run).notExamined())
                .hasSize(2)
                .allSatisfy(gap ->
                        assertThat(gap.why())
                                .contains("a fault of the janitor itself", "no client"));
    }

    @Test
    void aPassingFaultIsOvercome() {
        lab.faults().add(Fault.onCall(1, FaultKind.THROTTLE, "PutObject"));

        assertThat(stored(run).status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(keys()).containsExactlyInAnyOrder(KEY + ".json", KEY + ".html");
    }

    @Test
    void theBucketOfAStrangerGetsNoReportEvenIfItIsOpenToAll() {
        Bucket strange =
                lab.account("444455556666").region("us-east-1").buckets().create("strange");

        strange.policy(OPEN_TO_ALL);

        RunResult told = new ReportStore(clients::homeS3, "strange").accept(run);

        assertThat(told.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(strange.objects().count()).isZero();
    }

    private RunResult stored(RunResult result) {
        Settings settings = Settings.defaults().withReportsIn(BUCKET);
        RunResult stored = result;
        for (RunSink sink : RunSinks.of(settings, clients, lab.clock(), List.of())) {
            stored = sink.accept(stored);
        }
        return stored;
    }

    private void fail(int call, String code, int status) {
        lab.faults().add(Fault.onCall(call, FaultKind.ERROR, "PutObject").withCode(code, status));
    }

    private Bucket bucketOf(String account) {
        return lab.account(account).region("us-east-1").buckets().create(BUCKET);
    }

    private ResponseBytes<GetObjectResponse> object(String key) {
        return clients.homeS3().getObjectAsBytes(request -> request.bucket(BUCKET).key(key));
    }

    private List<String> keys() {
        return clients.homeS3().listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static RunResult complete() {
        return new SampleRun()
                .and(SampleRun.removed("i-removed", "k8s-sandbox", "560.64", true))
                .result();
    }
}
