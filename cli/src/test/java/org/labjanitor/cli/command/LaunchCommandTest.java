package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;

class LaunchCommandTest {
    private static final String LAB =
            """
            {"name": "java", "ttl": "8h", "owner": "trainer@example.org", "roster": ["ada", "bob"],
             "instances": [{"name": "desk", "type": "t3.micro", "perStudent": true,
               "image": "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"}],
             "buckets": [{"name": "lab-{lab}-{account}"}],
             "files": [{"from": "start", "to": "s3://lab-{lab}-{account}/start"}]}
            """;
    private static final String BUCKET = "lab-java-111122223333";

    private final SmallLab lab = new SmallLab();

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("start/src"));
        Files.writeString(folder.resolve("start/src/Main.java"), "class Main {}");
        Files.writeString(file(), LAB);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Path file() {
        return folder.resolve("lab.json");
    }

    private int instances() {
        return lab.lab()
                .account(SmallLab.ACCOUNT)
                .region("us-east-1")
                .ec2()
                .liveInstanceIds()
                .size();
    }

    @Test
    void aReportShowsThePlanAndItsPriceAndChangesNothing() {
        Ran ran = lab.shell().run("launch", file().toString(), "--report");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Lab java",
                        "account",
                        "111122223333",
                        "costs",
                        "$0.17 until its end; $15.18 a month if it is forgotten",
                        "PIECE",
                        BUCKET,
                        "planned",
                        "desk/ada",
                        "0/1",
                        "desk/bob");
        assertThat(instances()).isZero();
    }

    @Test
    void theLabsNameAsAnAnswerLaunchesItAndTellsAddressesAndLinks() {
        Ran ran = lab.shell().typing("java").run("launch", file().toString(), "--wait");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "This launches what is missing of it in account 111122223333",
                        "Launched · java",
                        "created",
                        "INSTANCE",
                        "running",
                        "connect i-",
                        "https://us-east-1.console.aws.amazon.com/systems-manager/session-manager/i-",
                        "the janitor may remove it");
        assertThat(instances()).isEqualTo(2);
        assertThat(lab.hasBucket(BUCKET)).isTrue();
    }

    @Test
    void anythingElseAsAnAnswerLaunchesNothing() {
        Ran ran = lab.shell().typing("yes").run("launch", file().toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("Nothing was launched.");
        assertThat(instances()).isZero();
        assertThat(lab.hasBucket(BUCKET)).isFalse();
    }

    @Test
    void launchedAgainThereIsOneLab() throws IOException {
        String[] command = {
            "launch", file().toString(), "--yes", "--account", SmallLab.ACCOUNT, "--json"
        };
        lab.shell().run(command);

        Ran again = lab.shell().run(command);

        assertThat(again.exitCode()).isZero();
        Map<String, Object> result = JSON.std.mapFrom(again.out());
        assertThat(result).containsEntry("outcome", "complete").containsEntry("lab", "java");
        assertThat((List<?>) result.get("pieces"))
                .hasSize(4)
                .allSatisfy(piece ->
                        assertThat(((Map<?, ?>) piece).get("state")).isEqualTo("existing"));
        assertThat(instances()).isEqualTo(2);
    }

    @Test
    void faultsOfTheDocumentAreUsageAndAllOfThemAreSaid() throws IOException {
        Files.writeString(file(), "{\"nam\": \"java\", \"mode\": \"report\"}");

        Ran ran = lab.shell().run("launch", file().toString(), "--report");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err())
                .contains("name is missing", "a lab must have an end", "unknown key \"nam\"");
    }

    @Test
    void faultsThatAwsKnowsAreSaidBeneathThePlan() throws IOException {
        Files.writeString(file(), LAB.replace("\"perStudent\": true,", "\"zone\": \"us-east-1\","));

        Ran ran = lab.shell().typing("java").run("launch", file().toString());

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out()).contains("desk").doesNotContain("Type the lab's name");
        assertThat(ran.err()).contains("zone us-east-1 is a Region, not a zone");
        assertThat(instances()).isZero();
    }

    @Test
    void nobodyIsAskedWhereNobodyCanAnswer() {
        Ran ran = lab.shell().run("launch", file().toString());
        Ran anywhere = lab.shell().run("launch", file().toString(), "--yes");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("standard input is no terminal");
        assertThat(anywhere.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(anywhere.err()).contains("--yes needs --account ID");
        assertThat(instances()).isZero();
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Ran ran = lab.shell().run("launch", folder.resolve("none.json").toString(), "--report");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("none.json", "no lab document can be read there");
    }
}
