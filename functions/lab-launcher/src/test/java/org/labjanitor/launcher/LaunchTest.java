package org.labjanitor.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.launcher.result.LaunchedInstance;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.launcher.result.PieceState;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import org.labjanitor.simulator.service.RecordedCall;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Tag;

/** What a launch creates, and what it says of it. */
class LaunchTest {
    private static final String JAVA =
            """
            {"mode": "MODE", "name": "java", "owner": "trainer@example.org", "ttl": "8h",
             "instances": [{"name": "workers", "image": "IMAGE", "type": "t3.micro", "count": 2,
                            "userData": "#!/bin/sh\\necho hello\\n"}],
             "buckets": [{"name": "lab-{lab}-{account}", "versioning": true}],
             "files": [{"from": "s3://course-files/java", "to": "s3://lab-{lab}-{account}/start"}]}
            """;
    private static final String BUCKET = "lab-java-" + Classroom.ACCOUNT;

    private final Classroom room = new Classroom();

    @AfterEach
    void close() {
        room.close();
    }

    private static String java(String mode) {
        return JAVA.replace("MODE", mode).replace("IMAGE", Classroom.LINUX);
    }

    /** A lab of {@code count} workers and nothing else. */
    private static String workers(String count, String more) {
        return """
        {"mode": "launch", "name": "java", "ttl": "8h"%s,
         "instances": [{"name": "workers", "image": "%s", "type": "t3.micro", "count": %s}]}
        """
                .formatted(more, Classroom.LINUX, count);
    }

    @Test
    void reportsWhatItWouldLaunchAndWhatThatCostsAndChangesNothing() {
        room.shelveFiles("java/a.txt", "java/src/b.java", "javascript/c.js");

        LaunchResult result = room.run(java("report"));

        assertThat(result.faults()).isEmpty();
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(result.pieces())
                .extracting(LaunchedPiece::key, LaunchedPiece::state, LaunchedPiece::wanted)
                .containsExactly(
                        tuple(BUCKET, PieceState.PLANNED, 1),
                        tuple("s3://" + BUCKET + "/start/", PieceState.PLANNED, 2),
                        tuple("workers", PieceState.PLANNED, 2));
        // Two t3.micro at $0.0104 an hour.
        assertThat(result.estimate().aMonth()).isEqualTo("15.18");
        assertThat(result.estimate().untilEnd()).isEqualTo("0.17");
        assertThat(room.instances()).isEmpty();
        assertThat(room.hasBucket(BUCKET)).isFalse();
    }

    @Test
    void launchesALabWithItsEndOnEveryPiece() {
        room.shelveFiles("java/a.txt", "java/src/b.java", "javascript/c.js");

        LaunchResult result = room.run(java("launch"));

        assertThat(result.status()).as("%s", result.pieces()).isEqualTo(RunStatus.COMPLETE);
        assertThat(result.end()).isEqualTo(Classroom.NOW.plus(Duration.ofHours(8)));
        Map<String, String> labTags =
                Map.of(
                        "lab", "java",
                        "lab:owner", "trainer@example.org",
                        "lab:expires", "2026-11-30T16:00:00Z");
        assertThat(room.tags(BUCKET))
                .containsAllEntriesOf(labTags)
                .containsEntry("lab:piece", BUCKET);
        assertThat(room.keys(BUCKET)).containsExactly("start/a.txt", "start/src/b.java");
        assertThat(room.instances())
                .hasSize(2)
                .allSatisfy(instance -> {
                    assertThat(tags(instance))
                            .containsAllEntriesOf(labTags)
                            .containsEntry("lab:piece", "workers")
                            .containsEntry("Name", "java-workers");
                    assertThat(instance.metadataOptions().httpTokensAsString())
                            .isEqualTo("required");
                    assertThat(room.ec2().userData(instance.instanceId()))
                            .hasValueSatisfying(data ->
                                    assertThat(new String(Base64.getDecoder().decode(data), UTF_8))
                                            .isEqualTo("#!/bin/sh\necho hello\n"));
                });
        assertThat(Classroom.piece(result, "workers").instances())
                .extracting(LaunchedInstance::id)
                .containsExactlyInAnyOrderElementsOf(
                        room.instances().stream().map(Instance::instanceId).toList());
    }

    @Test
    void tellsTheVolumesOfTheLabToo() {
        room.run(workers("1", ""));

        RecordedCall call = room.lab().calls().of("RunInstances").getFirst();
        assertThat(String.valueOf(call.request())).contains("volume", "lab:expires");
    }

    @Test
    void aClassOfThirtyLaunchedTwiceIsOneClassOfThirty() {
        String roster =
                IntStream.rangeClosed(1, 30)
                        .mapToObj("\"s%02d\""::formatted)
                        .collect(Collectors.joining(", "));
        String document =
                """
                {"mode": "launch", "name": "java-{date}", "expires": "2026-12-04", "roster": [%s],
                 "owners": {"s07": "seven@example.org"},
                 "instances": [{"name": "desk", "image": "%s", "type": "t3.micro", "perStudent": true}],
                 "buckets": [{"name": "lab-{lab}-{student}", "perStudent": true}]}
                """
                        .formatted(roster, Classroom.LINUX);

        LaunchResult first = room.run(document);
        room.lab().calls().clear();
        LaunchResult second = room.run(document);

        assertThat(first.with(PieceState.CREATED)).isEqualTo(60);
        assertThat(second.with(PieceState.EXISTING)).isEqualTo(60);
        assertThat(second.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(second.endKept()).isFalse();
        assertThat(room.lab().calls().mutations()).isEmpty();
        assertThat(room.instances()).hasSize(30);
        assertThat(room.instances())
                .filteredOn(instance -> tags(instance).containsValue("desk/s07"))
                .singleElement()
                .satisfies(instance ->
                        assertThat(tags(instance))
                                .containsEntry("lab:owner", "seven@example.org")
                                .containsEntry("Name", "java-2026-11-30-desk-s07"));
        assertThat(room.tags("lab-java-2026-11-30-s07"))
                .containsEntry("lab:owner", "seven@example.org");
    }

    @Test
    void theEndOfALabThatIsThereStaysAndIsSaid() {
        room.run(workers("1", ""));
        room.lab().clock().advance(Duration.ofHours(2));

        LaunchResult more = room.run(workers("3", ""));

        assertThat(more.end()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        assertThat(more.endKept()).isTrue();
        assertThat(room.instances())
                .hasSize(3)
                .allSatisfy(instance ->
                        assertThat(tags(instance))
                                .containsEntry("lab:expires", "2026-11-30T16:00:00Z"));
    }

    @Test
    void whatAnEarlierDocumentHadIsSaidAndCounts() {
        room.run(workers("40", ""));

        LaunchResult other = room.run(workers("1", "").replace("\"workers\"", "\"more\""));
        LaunchResult tooMany = room.run(workers("20", "").replace("\"workers\"", "\"many\""));

        assertThat(Classroom.piece(other, "workers"))
                .satisfies(piece -> {
                    assertThat(piece.state()).isEqualTo(PieceState.EXISTING);
                    assertThat(piece.there()).isEqualTo(40);
                    assertThat(piece.detail())
                            .startsWith("it is the lab's, but not in the document");
                });
        assertThat(tooMany.faults())
                .containsExactly(
                        "the lab has 41 instances that are not in the document, and 61 with those that are; at most 60 are allowed (JANITOR_LAUNCH_COUNT)");
        assertThat(room.instances()).hasSize(41);
    }

    @Test
    void aLabThatHasEndedIsNotFilledUpAgain() {
        room.run(workers("1", ""));
        room.lab().clock().advance(Duration.ofHours(9));

        LaunchResult late = room.run(workers("3", ""));

        assertThat(late.status()).isEqualTo(RunStatus.FAILED);
        assertThat(late.faults())
                .containsExactly(
                        "lab java ended at 2026-11-30T16:00:00Z and waits for its removal; give the new one another name, or extend the old one");
        assertThat(room.instances()).hasSize(1);
    }

    @Test
    void aTerminatedInstanceIsReplaced() {
        LaunchResult first = room.run(workers("2", ""));
        String gone = Classroom.piece(first, "workers").instances().getFirst().id();
        room.terminate(gone);

        LaunchResult second = room.run(workers("2", ""));

        assertThat(second.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(room.instances())
                .hasSize(2)
                .extracting(Instance::instanceId)
                .doesNotContain(gone);
    }

    @Test
    void aLabWhoseInstancesAreGoneForLongIsLaunchedAnewOnTheSameDay() {
        String document =
                workers("1", "").replace("\"ttl\": \"8h\"", "\"expires\": \"2026-12-04\"");
        LaunchResult first = room.run(document);
        room.terminate(Classroom.piece(first, "workers").instances().getFirst().id());
        room.lab().clock().advance(Duration.ofHours(3));

        LaunchResult second = room.run(document);

        assertThat(second.status()).as("%s", second.pieces()).isEqualTo(RunStatus.COMPLETE);
        assertThat(room.instances()).hasSize(1);
    }

    @Test
    void saysWhatCapacityThereWasAndTriesForTheRestTheNextTime() {
        room.ec2().freeCapacity("t3.micro", "us-east-1b", 3);
        String document =
                workers("{\"min\": 2, \"max\": 5}", "")
                        .replace("\"count\"", "\"zone\": \"us-east-1b\", \"count\"");

        LaunchResult short2 = room.run(document);

        assertThat(short2.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(Classroom.piece(short2, "workers"))
                .satisfies(piece -> {
                    assertThat(piece.state()).isEqualTo(PieceState.CREATED);
                    assertThat(piece.there()).isEqualTo(3);
                    assertThat(piece.detail()).contains("asked for 5, got 3");
                });

        room.ec2().freeCapacity("t3.micro", "us-east-1b", 10);
        LaunchResult whole = room.run(document);

        assertThat(whole.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(room.instances()).hasSize(5);
    }

    @Test
    void aPieceThatFailsStopsNoOther() {
        room.ec2().freeCapacity("t3.small", "us-east-1b", 0);
        String document =
                """
                {"mode": "launch", "name": "java", "ttl": "8h",
                 "instances": [
                  {"name": "big", "image": "%1$s", "type": "t3.small", "zone": "us-east-1b"},
                  {"name": "small", "image": "%1$s", "type": "t3.micro"}]}
                """
                        .formatted(Classroom.LINUX);

        LaunchResult result = room.run(document);

        assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(Classroom.piece(result, "big").state()).isEqualTo(PieceState.FAILED);
        assertThat(Classroom.piece(result, "big").detail())
                .contains("InsufficientInstanceCapacity");
        assertThat(Classroom.piece(result, "small").state()).isEqualTo(PieceState.CREATED);
    }

    @Test
    void aBucketNameThatIsTakenBetweenCheckAndCreationFailsThatBucketAlone() {
        room.lab()
                .faults()
                .add(
                        Fault.onCall(1, FaultKind.ERROR, "CreateBucket")
                                .withCode("BucketAlreadyExists", 409));
        room.shelveFiles("java/a.txt");

        LaunchResult result = room.run(java("launch"));

        assertThat(result.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(Classroom.piece(result, BUCKET).state()).isEqualTo(PieceState.FAILED);
        assertThat(Classroom.piece(result, "s3://" + BUCKET + "/start/").detail())
                .isEqualTo("their bucket is not there");
        assertThat(Classroom.piece(result, "workers").there()).isEqualTo(2);
    }

    @Test
    void waitsUntilTheInstancesRunAndTellsTheirAddresses() {
        LaunchResult result = room.run(workers("2", ", \"wait\": true"));

        assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(Classroom.piece(result, "workers").instances())
                .hasSize(2)
                .allSatisfy(instance -> {
                    assertThat(instance.state()).isEqualTo("running");
                    assertThat(instance.privateIp()).isNotNull();
                    assertThat(instance.publicIp()).isNotNull();
                    assertThat(instance.connect())
                            .isEqualTo(
                                    "https://us-east-1.console.aws.amazon.com/systems-manager/session-manager/%s?region=us-east-1"
                                            .formatted(instance.id()));
                });
    }

    @Test
    void doesNotWaitLongerThanItsTime() {
        LaunchResult result = room.run(workers("1", ", \"wait\": true"), Duration.ofSeconds(23));

        assertThat(Classroom.piece(result, "workers").instances())
                .extracting(LaunchedInstance::state)
                .containsExactly("pending");
        assertThat(room.lab().clock().instant()).isBeforeOrEqualTo(Classroom.NOW.plusSeconds(23));
    }

    @Test
    void beginsNothingForWhichThereIsNoTime() {
        LaunchResult result = room.run(workers("1", ""), Duration.ofSeconds(10));

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(Classroom.piece(result, "workers").detail())
                .isEqualTo("the time ran out before; launch again to go on");
        assertThat(room.instances()).isEmpty();
    }

    @Test
    void filesThatAreThereStayAsTheyAre() {
        room.shelveFiles("java/a.txt", "java/b.txt");
        room.run(java("launch"));
        room.asAdmin(s3 -> s3.deleteObject(delete -> delete.bucket(BUCKET).key("start/b.txt")));
        room.lab().calls().clear();

        LaunchResult again = room.run(java("launch"));

        LaunchedPiece files = Classroom.piece(again, "s3://" + BUCKET + "/start/");
        assertThat(files.state()).isEqualTo(PieceState.CREATED);
        assertThat(files.detail()).isEqualTo("1 were there already and stay as they are");
        assertThat(room.lab().calls().count("CopyObject")).isEqualTo(1);
    }

    @Test
    void aPersonsFolderIsUploaded(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/Main.java"), "class Main {}");
        String document = java("launch").replace("s3://course-files/java", folder.toString());

        LaunchResult result = room.runByPerson(document);

        assertThat(result.status()).as("%s", result.pieces()).isEqualTo(RunStatus.COMPLETE);
        assertThat(room.keys(BUCKET)).containsExactly("start/src/Main.java");
    }

    @Test
    void writesWhatItSawAsADocument() throws IOException {
        room.shelveFiles("java/a.txt");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        room.run(java("launch")).writeAnswer(out);

        assertThat(out.toString(UTF_8))
                .contains(
                        "\"outcome\" : \"complete\"",
                        "\"lab\" : \"java\"",
                        "\"end\" : \"2026-11-30T16:00:00Z\"",
                        "\"dollarsPerMonth\" : 15.18",
                        "\"piece\" : \"workers\"",
                        "\"state\" : \"created\"",
                        "\"console\" : \"https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#InstanceDetails:instanceId=i-",
                        "\"Ec2:RunInstances\" : 1");
    }

    private static Map<String, String> tags(Instance instance) {
        return instance.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }

    @Test
    void bucketsOfAnotherRegionAreCreatedThere() {
        LaunchResult result =
                room.run(
                        """
                        {"mode": "launch", "name": "java", "ttl": "8h",
                         "buckets": [{"name": "lab-{lab}-eu", "region": "eu-west-1"}]}
                        """);

        assertThat(result.status()).as("%s", result.pieces()).isEqualTo(RunStatus.COMPLETE);
        assertThat(
                        room.lab()
                                .account(Classroom.ACCOUNT)
                                .region("eu-west-1")
                                .buckets()
                                .find("lab-java-eu"))
                .isPresent();
        assertThat(List.of(Classroom.piece(result, "lab-java-eu").link()))
                .containsExactly(
                        "https://eu-west-1.console.aws.amazon.com/s3/buckets/lab-java-eu?region=eu-west-1");
    }
}
