package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.ec2.InstanceSeed;

class ExplainCommandTest {
    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void everyRuleIsToldInItsOrder() {
        String id = lab.idle("jupyter-ana");

        Ran ran = lab.shell().run("explain", id);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "jupyter-ana  " + id,
                        "m5.large · running · us-east-1a · ada@example.org · $70.08 a month",
                        "CPU of the last 24 h  ▁▁▁",
                        "at most 1.2 %",
                        "May go: idle.",
                        "lab tag       It belongs to the lab \"networking-101\".",
                        "state         It is running.",
                        "keep tag      It has no tag lab:keep.",
                        "owner         ",
                        "protection    Neither termination nor stop protection is on.",
                        "expiry        It has neither",
                        "age           Started 240 h ago",
                        "use           lets it go: Quiet",
                        "• quiet needed:",
                        "→ The tag lab:keep=true keeps it",
                        "aws ec2 create-tags");
    }

    @Test
    void whatStandsBehindAKeepTagIsToldToo() {
        String id = lab.idle("thesis", seed -> seed.tag("lab:keep", "2027-01-01"));

        String out = lab.shell().run("explain", id).out();

        assertThat(out)
                .containsSubsequence(
                        "Kept: keep tag.",
                        "keep tag      keeps it: Its tag lab:keep keeps it until 2027-01-02",
                        "• tag lab:keep: 2027-01-01",
                        "→ The rules below decide once the tag lab:keep is gone.",
                        "protection    Read only right before",
                        "use           would let it go: Quiet");
    }

    @Test
    void aBusyMachineIsToldWhenItWouldBeIdle() {
        String out = lab.shell().run("explain", lab.busy("api")).out();

        assertThat(out)
                .containsSubsequence(
                        "Kept: in use.",
                        "use           keeps it: In use: CPU 63 %",
                        "→ It would be idle if nobody used it for at least 23 h",
                        "until 2026-11-21");
    }

    @Test
    void protectionThatWasReadDecides() {
        String id = lab.idle("licence", InstanceSeed.Builder::terminationProtected);

        String out = lab.shell().run("explain", id).out();

        assertThat(out)
                .containsSubsequence(
                        "Kept: protected.",
                        "protection    keeps it: Termination protection is on.",
                        "use           would let it go: Quiet");
    }

    @Test
    void ayoungMachineIsToldFromWhenItIsJudged() {
        Instant launch = SmallLab.NOW.minus(Duration.ofHours(5));
        String id = lab.idle("fresh", seed -> seed.launched(launch).attached(launch));

        String out = lab.shell().run("explain", id).out();

        assertThat(out)
                .containsSubsequence(
                        "Kept: too young to judge.",
                        "age           keeps it: Started at 2026-11-20 05:00 UTC; it will be judged from"
                                + " 2026-11-21 05:00 UTC.");
    }

    @Test
    void anInstanceWithoutTheLabTagIsNoneOfOurs() {
        String id = lab.idle("db", seed -> seed.tags(Map.of("Name", "db")));

        Ran ran = lab.shell().run("explain", id);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Kept: no lab tag.",
                        "lab tag       keeps it: Not a lab instance: it has no tag lab.",
                        "→ It would be judged if it had the tag lab");
        assertThat(lab.isAlive(id)).isTrue();
    }

    @Test
    void anUnknownIdNamesTheRegionsThatWereSearched() {
        lab.idle("jupyter-ana");

        Ran ran =
                lab.shell()
                        .run(
                                "explain",
                                "i-0123456789abcdef0",
                                "--region",
                                "us-east-1",
                                "--region",
                                "eu-west-1");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "i-0123456789abcdef0: there is no such instance in us-east-1, eu-west-1.",
                        "janitor explain i-0123456789abcdef0 --all-regions");
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        Ran ran = lab.shell().run("explain", "i-xyz");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("\"i-xyz\" is no instance id");
    }

    @Test
    void aBucketIsExplainedByItsName() {
        lab.expiredBucket("lab-ana");

        Ran ran = lab.shell().run("explain", "lab-ana");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "lab-ana",
                        "May go: expired.",
                        "Its time was over at 2026-11-02 00:00 UTC, by its tag lab:expires.",
                        "• tag lab:expires: 2026-11-01");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theDocumentListsTheRules() throws IOException {
        String id = lab.idle("thesis", seed -> seed.tag("lab:keep", "true"));

        Map<String, Object> document =
                JSON.std.mapFrom(lab.shell().run("explain", id, "--json").out());

        var items = (List<Map<String, Object>>) document.getOrDefault("items", List.of());
        assertThat((List<Map<String, Object>>) items.getFirst().get("rules"))
                .filteredOn(rule -> String.valueOf(rule.get("effect")).contains("decide"))
                .extracting(rule -> rule.get("rule") + " " + rule.get("effect"))
                .containsExactly("keep tag decides", "use would-decide");
    }

    @Test
    void nothingIsChanged() {
        String id = lab.idle("jupyter-ana");

        lab.shell().run("explain", id);

        assertThat(lab.isAlive(id)).isTrue();
    }
}
