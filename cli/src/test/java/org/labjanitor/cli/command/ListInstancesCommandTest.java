package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.cli.shell.Shell.Ran;
import org.labjanitor.cli.shell.SmallLab;
import org.labjanitor.simulator.ec2.InstanceSeed;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

class ListInstancesCommandTest {
    private static final Instant NOW = SmallLab.NOW;

    private final SmallLab lab = new SmallLab();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void eightyCellsHoldWhatMattersMost() {
        furnish();

        Ran ran = lab.shell().width(80).run("instances");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("://"));
        assertThat(table(ran))
                .isEqualTo(
                        """
                          NAME         ID                   AGE  CPU 24 H      VERDICT  A MONTH
                          jupyter-ana  i-00000000000000001  10d  ▁▁▁▁▁▁▁▁▁▁▁▁  idle      $70.08
                          thesis       i-00000000000000002  10d  ▁▁▁▁▁▁▁▁▁▁▁▁  kept      $70.08
                          fresh        i-00000000000000003   5h           ▅▅▅  young     $70.08
                          archive      i-00000000000000004  10d                stopped        ?
                        """);
    }

    @Test
    void aWideScreenIsUsed() {
        furnish();

        assertThat(table(lab.shell().width(120).run("instances")))
                .isEqualTo(
                        """
                          NAME         ID                   OWNER            TYPE      STATE    AGE  CPU, 24 H                 VERDICT  A MONTH
                          jupyter-ana  i-00000000000000001  ada@example.org  m5.large  running  10d  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  idle      $70.08
                          thesis       i-00000000000000002  ada@example.org  m5.large  running  10d  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  kept      $70.08
                          fresh        i-00000000000000003  ada@example.org  m5.large  running   5h                     ▅▅▅▅▅  young     $70.08
                          archive      i-00000000000000004  ada@example.org  m5.large  stopped  10d                            stopped        ?
                        """);
    }

    /** One of each kind, by ids that are the same in every run. */
    private void furnish() {
        lab.idle("jupyter-ana", seed -> seed.id("i-00000000000000001"));
        lab.idle("thesis", seed -> seed.id("i-00000000000000002").tag("lab:keep", "2027-01-01"));
        lab.fresh("fresh", "i-00000000000000003", Duration.ofHours(5));
        lab.idle(
                "archive", seed -> seed.id("i-00000000000000004").state(InstanceStateName.STOPPED));
    }

    private static String table(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void everyVerdictIsTheReportsOwn() throws IOException {
        furnish();
        lab.busy("api");
        lab.idle("licence", InstanceSeed.Builder::terminationProtected);

        Ran report = lab.shell().run("report", "instances", "--json");
        Ran list = lab.shell().run("instances", "--json");

        assertThat(verdicts(list)).hasSize(6).isEqualTo(verdicts(report));
    }

    private static Map<Object, Object> verdicts(Ran ran) throws IOException {
        return items(ran).stream()
                .collect(
                        Collectors.toMap(
                                item -> String.valueOf(item.get("id")),
                                item -> item.get("reason") + ": " + item.get("explanation")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Ran ran) throws IOException {
        return (List<Map<String, Object>>)
                JSON.std.mapFrom(ran.out()).getOrDefault("items", List.of());
    }

    @Test
    void theDocumentCarriesTheDayAndTheState() throws IOException {
        lab.idle("jupyter-ana");

        Map<String, Object> item = items(lab.shell().run("instances", "--json")).getFirst();

        assertThat(item)
                .containsEntry("state", "running")
                .containsEntry("lab", "networking-101")
                .containsEntry("lastStart", "2026-11-10T10:00:00Z");
        assertThat(item.get("cpuDay"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("stepMinutes", 60)
                .extractingByKey("percents")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(24)
                .contains(1.2);
    }

    @ParameterizedTest
    @CsvSource({
        "--idle, jupyter-ana",
        "--owner=BOB, bobs",
        "--lab=db-201, other-lab",
        "--state=stopped, archive",
        "--type=t3.*, small",
        "--older-than=15d, elder"
    })
    void aFilterNarrowsTheList(String filter, String left) throws IOException {
        lab.idle("jupyter-ana");
        lab.idle("bobs", seed -> keep(seed).tag("lab:owner", "bob@example.org"));
        lab.idle("other-lab", seed -> keep(seed).tag("lab", "db-201"));
        lab.idle("archive", seed -> keep(seed).state(InstanceStateName.STOPPED));
        lab.idle("small", seed -> keep(seed).type("t3.micro"));
        lab.idle("elder", seed -> keep(seed).attached(NOW.minus(Duration.ofDays(20))));

        Ran ran = lab.shell().run("instances", filter);

        assertThat(ran.out()).contains(left, "1 of 6 instances");
        assertThat(items(lab.shell().run("instances", filter, "--json")))
                .extracting(item -> item.get("name"))
                .containsExactly(left);
    }

    private static InstanceSeed.Builder keep(InstanceSeed.Builder seed) {
        return seed.tag("lab:keep", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "name, alpha beta gamma",
        "cost, gamma beta alpha",
        "cpu, beta alpha gamma",
        "age, alpha gamma beta"
    })
    void theListIsSorted(String by, String names) {
        lab.idle("alpha", seed -> seed.type("t3.micro").attached(NOW.minus(Duration.ofDays(90))));
        lab.busy("beta");
        lab.idle(
                "gamma",
                seed ->
                        seed.type("m5.xlarge")
                                .launched(NOW.plus(Duration.ofHours(1)))
                                .attached(NOW.minus(Duration.ofDays(80))));

        String out = lab.shell().run("instances", "--sort", by).out();

        assertThat(out).containsSubsequence(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "--sort, size, 'must be one of verdict, age, cpu, cost, login, name, owner, type'",
        "--state, idle, 'must be one of pending, running, stopping, stopped'",
        "--older-than, soon, 'must be a length of time such as'"
    })
    void whatCannotBeMeantIsRefusedBeforeALook(String option, String value, String allowed) {
        Ran ran = lab.shell().run("instances", option, value);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(option + " is \"" + value + "\"", allowed);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void coloursAndLettersAreThoseOfTheTerminal() {
        lab.idle("jupyter-ana");
        lab.busy("api");

        String plain = lab.shell().run("instances").out();
        String coloured = lab.shell().run("instances", "--color").out();
        String ascii = lab.shell().ascii().run("instances").out();

        assertThat(plain).doesNotContain("\u001b").contains("▁▁▁▁", "▇▇▇▇");
        assertThat(coloured).contains("\u001b[1;33midle");
        assertThat(ascii).contains("____", "****").matches("\\p{ASCII}*");
    }

    @Test
    void aHostileNameStaysInItsPlace() {
        lab.idle("\u009b2Jevil\u202e", seed -> seed.tag("lab:owner", "\u009b31mmallory"));

        Ran ran = lab.shell().run("instances");

        assertThat(ran.out()).contains("evil", "mallory").doesNotContain("\u001b", "\u009b");
        assertThat(ran.out()).doesNotContain("\u202e");
    }

    @Test
    void aRegionThatIsDeniedMakesItPartial() {
        lab.idle("jupyter-ana");
        lab.lab().account(SmallLab.ACCOUNT).deny("ec2:DescribeInstances", "eu-west-1");

        Ran ran = lab.shell().run("instances", "--region", "us-east-1,eu-west-1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out()).contains("jupyter-ana", "NOT EXAMINED", "eu-west-1: ");
    }

    @Test
    void fiveHundredInstancesTakeAHandfulOfCalls() throws IOException {
        for (int number = 0; number < 500; number++) {
            lab.lab()
                    .account(SmallLab.ACCOUNT)
                    .region("us-east-1")
                    .ec2()
                    .seed(
                            InstanceSeed.builder()
                                    .type("t3.micro")
                                    .zone("us-east-1a")
                                    .launched(NOW.minus(Duration.ofDays(2)))
                                    .attached(NOW.minus(Duration.ofDays(2)))
                                    .tag("lab", "big")
                                    .build());
        }

        Ran ran = lab.shell().run("instances", "--json");

        assertThat(items(ran)).hasSize(500);
        assertThat(calls(ran)).isLessThan(40);
    }

    @SuppressWarnings("unchecked")
    private static long calls(Ran ran) throws IOException {
        Map<String, Integer> calls =
                (Map<String, Integer>)
                        JSON.std.mapFrom(ran.out()).getOrDefault("apiCalls", Map.of());
        return calls.values().stream().mapToLong(Integer::longValue).sum();
    }

    @Test
    void anEmptyLabIsToldAsSuch() {
        Ran ran = lab.shell().run("instances");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("us-east-1", "No lab instances were found.");
    }
}
