package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.s3.bucket.Bucket;

class ExtendCommandTest {
    private static final String LAB = "networking-101";

    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void everyPieceOfTheLabGetsANewEndAndKeepsItsOtherTags() {
        Bucket ana = bucket("lab-ana", "lab:expires", "2026-11-21");
        Bucket bob = bucket("lab-bob", "lab:ttl", "31d");
        Map<String, String> foreign = new HashMap<>(ana.tags());
        foreign.put("cost-centre", "4711");
        ana.tags(foreign);
        Bucket other = lab.bucket("lab-other");
        other.tags(Map.of("lab", "chemistry", "lab:expires", "2026-11-21"));

        Ran ran = lab.shell().typing("yes").run("extend", LAB, "--by", "2d");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "Extending networking-101  by 2d",
                        "s3://lab-ana  us-east-1  2026-11-22 00:00 UTC  2026-11-24 00:00 UTC",
                        "s3://lab-bob  us-east-1  2026-11-21 10:00 UTC  2026-11-23 10:00 UTC",
                        "Type yes",
                        "2 of 2 pieces extended");
        assertThat(ana.tags())
                .containsEntry("lab:expires", "2026-11-23")
                .containsEntry("cost-centre", "4711")
                .containsEntry("lab:owner", "ada@example.org");
        assertThat(bob.tags())
                .containsEntry("lab:ttl", "31d")
                .containsEntry("lab:expires", "2026-11-23T10:00Z");
        assertThat(other.tags()).containsEntry("lab:expires", "2026-11-21");
    }

    @Test
    void anotherAnswerChangesNothing() {
        Bucket ana = bucket("lab-ana", "lab:expires", "2026-11-21");

        Ran ran = lab.shell().typing("y").run("extend", LAB, "--by", "2d");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Nothing was changed");
        assertThat(ana.tags()).containsEntry("lab:expires", "2026-11-21");
    }

    @Test
    void whatIsOverCountsFromNow() {
        Bucket ana = bucket("lab-ana", "lab:expires", "2026-11-01");

        lab.shell().run("extend", "s3://lab-ana", "--by", "2d", "--yes");

        assertThat(ana.tags()).containsEntry("lab:expires", "2026-11-22T10:00Z");
    }

    @Test
    void whatHasNoEndIsNamedAndGetsOneOnlyWhenTold() {
        Bucket ana = lab.bucket("lab-ana");
        bucket("lab-bob", "lab:expires", "2026-11-21");

        Ran without = lab.shell().run("extend", LAB, "--by", "2d", "--yes");
        boolean gotOne = ana.tags().containsKey("lab:expires");
        Ran with = lab.shell().run("extend", "s3://lab-ana", "--by", "2d", "--set", "--yes");

        assertThat(without.exitCode()).isEqualTo(3);
        assertThat(without.out()).contains("it has no end; --set gives it one", "1 of 2 pieces");
        assertThat(gotOne).isFalse();
        assertThat(with.exitCode()).isZero();
        assertThat(ana.tags()).containsEntry("lab:expires", "2026-11-22T10:00Z");
    }

    @Test
    void noEndIsFurtherAwayThanTheSettingsAllow() {
        Bucket ana = bucket("lab-ana", "lab:expires", "2026-11-21");

        Ran ran = lab.shell().run("extend", LAB, "--by", "30d", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("more than 14d from now; 2026-12-04 10:00 UTC is the latest end");
        assertThat(ana.tags()).containsEntry("lab:expires", "2026-11-21");
    }

    @Test
    void anEndThatCannotBeReadIsLeftToItsOwner() {
        Bucket ana = bucket("lab-ana", "lab:expires", "end of term");

        Ran ran = lab.shell().run("extend", LAB, "--by", "2d", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("holds \"end of term\", but may hold a date");
        assertThat(ana.tags()).containsEntry("lab:expires", "end of term");
    }

    @Test
    void whatIsNoneOfTheLabsGetsNoEnd() {
        Bucket ana = lab.bucket("lab-ana");
        ana.tags(Map.of("lab:expires", "2026-11-21"));

        Ran ran = lab.shell().run("extend", "s3://lab-ana", "--by", "2d", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("it has no tag lab");
        assertThat(ana.tags()).containsOnly(Map.entry("lab:expires", "2026-11-21"));
    }

    @Test
    void instancesOfTheLabAreMovedToo() {
        String id = lab.idle("sandbox");

        Ran ran = lab.shell().run("extend", LAB, "--by", "2d", "--set", "--yes");
        Ran again = lab.shell().run("extend", id, "--by", "1d", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains(id + " (sandbox)", "none", "2026-11-22 10:00 UTC");
        assertThat(again.out()).contains("2026-11-22 10:00 UTC  2026-11-23 10:00 UTC");
    }

    @Test
    void aPieceThatCannotBeWrittenDoesNotStopTheOthers() {
        bucket("lab-ana", "lab:expires", "2026-11-21");
        String id = lab.idle("sandbox");
        lab.lab().account(SmallLab.ACCOUNT).deny("ec2:CreateTags");

        Ran ran = lab.shell().run("extend", LAB, "--by", "2d", "--set", "--yes");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains(id + ": not changed", "ec2:CreateTags");
        assertThat(ran.out()).contains("1 of 2 pieces extended");
    }

    @Test
    void aRegionThatCannotBeReadIsNotCalledClean() {
        bucket("lab-ana", "lab:expires", "2026-11-21");
        lab.lab().account(SmallLab.ACCOUNT).deny("ec2:DescribeInstances", "us-east-1");

        Ran ran = lab.shell().run("extend", LAB, "--by", "2d", "--yes");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("Not looked at: ec2:DescribeInstances in us-east-1");
    }

    @Test
    void aLabThatIsNowhereIsNamed() {
        Ran ran = lab.shell().run("extend", "no-such-lab", "--by", "2d", "--yes");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("\"no-such-lab\"", "--all-regions");
    }

    @Test
    void aLengthThatIsNoneIsNamed() {
        Ran ran = lab.shell().run("extend", LAB, "--by", "tomorrow", "--yes");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--by is \"tomorrow\", but must be a length of time");
    }

    private Bucket bucket(String name, String key, String value) {
        Bucket bucket = lab.bucket(name);
        Map<String, String> tags = new HashMap<>(bucket.tags());
        tags.put(key, value);
        bucket.tags(tags);
        bucket.createdAt(SmallLab.NOW.minus(java.time.Duration.ofDays(30)));
        return bucket;
    }
}
