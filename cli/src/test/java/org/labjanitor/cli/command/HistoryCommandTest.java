package org.labjanitor.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;

class HistoryCommandTest {
    private static final String REPORTS = "janitor-reports";
    private static final String FOLDER = "reports/instances/2026/11/20/";

    private final SmallLab lab = new SmallLab();

    @BeforeEach
    void create() {
        lab.lab().account(SmallLab.ACCOUNT).region("us-east-1").buckets().create(REPORTS);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void whatRunsRemovedIsListedNewestFirstWithReasonsDollarsAndATotal() {
        lab.idle("quiet");
        clean("instances");
        lab.lab().clock().advance(Duration.ofDays(1));
        lab.expiredBucket("lab-ana");
        clean("buckets");

        Ran ran = shell().run("history");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Removed so far  by the reports in s3://janitor-reports",
                        "2026-11-21 10:00 UTC · 1 bucket",
                        "NAME",
                        "lab-ana",
                        "us-east-1",
                        "ada@example.org",
                        "deleted: Its time was over at 2026-11-02 00:00 UTC, by its tag lab:expires.",
                        "2026-11-20 10:00 UTC · 1 instance · $70.08 a month · run ",
                        "quiet",
                        "m5.large",
                        "ada@example.org",
                        "$70.08",
                        "terminated: ",
                        "2 removed in 2 runs: ",
                        "2 reports of runs that clean were read.");
    }

    @Test
    void aReportThatRemovesNothingIsNoPartOfIt() {
        lab.idle("quiet");
        shell().run("report", "instances");

        Ran ran = shell().run("history");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("Nothing was removed.", "0 reports of runs that clean were read.");
    }

    @Test
    void theFirstDayAndTheKindCanBeChosen() {
        lab.idle("quiet");
        clean("instances");
        lab.lab().clock().advance(Duration.ofDays(1));
        lab.expiredBucket("lab-ana");
        clean("buckets");

        assertThat(shell().run("history", "--since", "2026-11-21").out())
                .contains("lab-ana", "1 removed in 1 runs")
                .doesNotContain("quiet");
        assertThat(shell().run("history", "--since", "2026-11-20").out())
                .contains("lab-ana", "quiet");
        assertThat(shell().run("history", "--sweep", "instances").out())
                .contains("quiet")
                .doesNotContain("lab-ana");
    }

    @Test
    void aBrokenReportIsNamedAndTheOthersAreStillRead() {
        lab.idle("quiet");
        clean("instances");
        put("20261120T090000Z-clean-half.json", "{\"sweep\": \"instances\", \"items\": [{\"id\": ");
        put("20261120T080000Z-clean-empty.json", "{}");
        put("20261120T070000Z-clean-odd.json", "{\"items\": [{\"outcome\": \"removed\"}]}");

        Ran ran = shell().run("history");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(unwrapped(ran))
                .contains("quiet", "1 removed in 1 runs: $70.08 a month.", "NOT READ")
                .contains(FOLDER + "20261120T090000Z-clean-half.json: it is no whole JSON: ")
                .contains(FOLDER + "20261120T080000Z-clean-empty.json: it has no items")
                .contains(FOLDER + "20261120T070000Z-clean-odd.json: an item lacks its id");
    }

    @Test
    void aReportThatMayNotBeReadIsNamed() {
        lab.idle("quiet");
        clean("instances");
        lab.lab()
                .faults()
                .add(Fault.everyCall(FaultKind.ERROR, "GetObject").withCode("AccessDenied", 403));

        Ran ran = shell().run("history");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(unwrapped(ran))
                .contains("NOT READ", "AccessDenied", "need the permission s3:GetObject");
    }

    @Test
    void whereThereAreMoreReportsThanAskedForItSaysSo() {
        lab.idle("quiet");
        clean("instances");
        put("20261119T090000Z-clean-old.json", "{}");

        Ran ran = shell().run("history", "--reports", "1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("quiet", "1 older reports were not read");
    }

    @Test
    void jsonIsForOtherPrograms() throws IOException {
        lab.idle("quiet");
        clean("instances");

        Ran ran = shell().run("history", "--json");

        JsonNode json = new ObjectMapper().readTree(ran.out());
        JsonNode run = json.path("runs").get(0);
        assertThat(run.path("sweep").asText()).isEqualTo("instances");
        assertThat(run.path("report").asText()).startsWith(FOLDER + "20261120T100000Z-clean-");
        JsonNode removed = run.path("removed").get(0);
        assertThat(removed.path("name").asText()).isEqualTo("quiet");
        assertThat(removed.path("reason").asText()).isEqualTo("idle");
        assertThat(removed.path("dollarsPerMonth").asText()).isEqualTo("70.08");
        assertThat(json.path("total").path("removed").asInt()).isEqualTo(1);
        assertThat(json.path("notRead")).isEmpty();
    }

    @Test
    void itReadsOnly() {
        lab.idle("quiet");
        clean("instances");
        lab.lab().calls().clear();

        shell().run("history");

        assertThat(lab.lab().calls().mutations()).isEmpty();
        assertThat(lab.lab().calls().count("GetObject")).isEqualTo(1);
    }

    @Test
    void aBucketInAnotherRegionIsFound() {
        lab.lab().account(SmallLab.ACCOUNT).region("eu-west-1").buckets().create("far-reports");

        Ran ran = shell().run("history", "--bucket", "far-reports");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Nothing was removed.");
    }

    @Test
    void whatIsWrongWithTheCommandIsNamed() {
        assertThat(lab.shell().run("history"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "janitor: no report bucket is known. Name one with --bucket, or set JANITOR_REPORT_BUCKET\n"));
        assertThat(shell().run("history", "--since", "soon").err())
                .contains("--since is \"soon\", but must be a date such as 2026-11-01");
        assertThat(shell().run("history", "--sweep", "volumes").err())
                .contains("--sweep is \"volumes\", but must be instances or buckets");
        assertThat(shell().run("history", "--reports", "0").err())
                .contains("--reports is 0, but must be 1 to 100000");
        assertThat(shell().run("history", "--bucket", "no-such-bucket").err())
                .contains("NoSuchBucket");
        assertThat(shell().run("history", "--account", "444455556666").err())
                .contains("wrong account");
    }

    private Shell shell() {
        return lab.shell().set("JANITOR_REPORT_BUCKET", REPORTS);
    }

    /** A run that removes without notice, since a person has named what goes. */
    private void clean(String what) {
        Ran ran =
                shell().run(
                                "clean",
                                what,
                                "--account",
                                SmallLab.ACCOUNT,
                                "--grace-hours",
                                "0",
                                "--yes");
        assertThat(ran.err()).isEmpty();
    }

    private void put(String name, String content) {
        try (AwsClients clients =
                new AwsClients(
                        new AwsConnection(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                lab.lab().accessKey(SmallLab.ACCOUNT), "any")),
                                "us-east-1",
                                lab.lab().endpoint()))) {
            clients.homeS3()
                    .putObject(
                            request -> request.bucket(REPORTS).key(FOLDER + name),
                            RequestBody.fromBytes(content.getBytes(UTF_8)));
        }
    }

    private static String unwrapped(Ran ran) {
        return ran.out().replaceAll("\\s+", " ");
    }
}
