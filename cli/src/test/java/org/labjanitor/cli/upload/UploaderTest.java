package org.labjanitor.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.s3.bucket.Bucket;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class UploaderTest {
    /** Three parts, the last of them small. */
    private static final int BIG = 2 * 8 * 1024 * 1024 + 17;

    private final SmallLab lab = new SmallLab();
    private final Bucket bucket = lab.bucket("lab-ana");
    private final StopSignal stop = new StopSignal();
    private final AwsClients clients =
            new AwsClients(
                    new AwsConnection(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create(
                                            lab.lab().accessKey(SmallLab.ACCOUNT), "any")),
                            "us-east-1",
                            lab.lab().endpoint()));

    @TempDir private Path folder;
    private byte[] content = new byte[0];

    @BeforeEach
    void file() throws IOException {
        content = new byte[BIG];
        new Random(42).nextBytes(content);
        Files.write(folder.resolve("big.bin"), content);
        Files.writeString(folder.resolve("small.html"), "<p>hello</p>");
    }

    @AfterEach
    void close() {
        clients.close();
        lab.close();
    }

    @Test
    void whatIsThereIsWhatWasHere() {
        Uploaded uploaded = upload(_ -> {}, "big.bin", "small.html");

        assertThat(uploaded.failed()).isEmpty();
        assertThat(uploaded.files()).isEqualTo(2);
        assertThat(uploaded.bytes()).isEqualTo(BIG + 12L);
        assertThat(read("big.bin")).isEqualTo(content);
        assertThat(
                        clients.homeS3()
                                .headObject(request -> request.bucket("lab-ana").key("small.html"))
                                .contentType())
                .isEqualTo("text/html");
        assertThat(bucket.objects().uploads()).isZero();
    }

    @Test
    void aPartThatFailsOnceIsSentAgain() {
        lab.lab().faults().add(Fault.onCall(2, FaultKind.ERROR, "UploadPart"));
        lab.lab().faults().add(Fault.onCall(4, FaultKind.RESET, "UploadPart"));

        assertThat(upload(_ -> {}, "big.bin").files()).isEqualTo(1);
        assertThat(read("big.bin")).isEqualTo(content);
    }

    @Test
    void aPartThatFailsForGoodEndsTheUploadAndLeavesNothing() {
        lab.lab()
                .faults()
                .add(
                        Fault.onCall(2, FaultKind.ERROR, "UploadPart")
                                .times(100)
                                .withCode("AccessDenied", 403));

        Uploaded uploaded = upload(_ -> {}, "big.bin", "small.html");

        assertThat(uploaded.files()).isEqualTo(1);
        assertThat(uploaded.failed())
                .extracting(NotUploaded::why)
                .singleElement()
                .asString()
                .contains("s3:PutObject (UploadPart) of s3://lab-ana/big.bin", "AccessDenied");
        assertThat(bucket.objects().uploads()).isZero();
        assertThat(bucket.objects().count()).isEqualTo(1);
    }

    @Test
    void anUploadThatCannotBeCompletedIsAborted() {
        lab.lab()
                .faults()
                .add(
                        Fault.everyCall(FaultKind.ERROR, "CompleteMultipartUpload")
                                .withCode("AccessDenied", 403));

        assertThat(upload(_ -> {}, "big.bin").failed()).hasSize(1);
        assertThat(bucket.objects().uploads()).isZero();
        assertThat(bucket.objects().count()).isZero();
    }

    @Test
    void aLostAnswerToTheCompletionIsNoFailure() {
        lab.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "CompleteMultipartUpload"));

        assertThat(upload(_ -> {}, "big.bin").files()).isEqualTo(1);
        assertThat(read("big.bin")).isEqualTo(content);
    }

    @Test
    void partsThatCannotBeAbortedAreSaidToCostMoney() {
        lab.lab()
                .faults()
                .add(
                        Fault.everyCall(FaultKind.ERROR, "CompleteMultipartUpload")
                                .withCode("AccessDenied", 403));
        lab.lab().account(SmallLab.ACCOUNT).deny("s3:AbortMultipartUpload");

        assertThat(upload(_ -> {}, "big.bin").failed().getFirst().why())
                .contains("still there, and cost money", "s3:AbortMultipartUpload");
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNotUploaded() {
        AtomicBoolean changed = new AtomicBoolean();

        Uploaded uploaded =
                upload(
                        _ -> {
                            if (changed.compareAndSet(false, true)) {
                                append("big.bin");
                            }
                        },
                        "big.bin");

        assertThat(uploaded.files()).isZero();
        assertThat(uploaded.failed().getFirst().why()).contains("changed it while it was read");
        assertThat(bucket.objects().uploads()).isZero();
        assertThat(bucket.objects().count()).isZero();
    }

    @Test
    void aFileThatGetsShorterWhileItIsReadIsNotUploaded() {
        AtomicBoolean changed = new AtomicBoolean();

        Uploaded uploaded =
                upload(
                        _ -> {
                            if (changed.compareAndSet(false, true)) {
                                truncate("big.bin");
                            }
                        },
                        "big.bin");

        assertThat(uploaded.failed().getFirst().why()).contains("changed it while it was read");
        assertThat(bucket.objects().uploads()).isZero();
    }

    @Test
    void stoppingLeavesNoPartsBehind() {
        Uploaded uploaded = upload(_ -> stop.give(), "big.bin", "big.bin");

        assertThat(uploaded.isStopped()).isTrue();
        assertThat(uploaded.files()).isZero();
        assertThat(uploaded.failed()).isEmpty();
        assertThat(bucket.objects().uploads()).isZero();
        assertThat(bucket.objects().count()).isZero();
    }

    private Uploaded upload(UploadListener listener, String... names) {
        Sources sources =
                SourceSearch.of(
                        List.of(names).stream().map(name -> folder + "/" + name).toList(), "");
        return new Uploader(new Destination(clients.homeS3(), "lab-ana", SmallLab.ACCOUNT), stop)
                .run(sources, listener);
    }

    private byte[] read(String key) {
        return clients.homeS3()
                .getObjectAsBytes(request -> request.bucket("lab-ana").key(key))
                .asByteArray();
    }

    private void append(String name) {
        try {
            Files.write(folder.resolve(name), new byte[] {1}, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void truncate(String name) {
        try {
            Files.write(folder.resolve(name), new byte[10]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
