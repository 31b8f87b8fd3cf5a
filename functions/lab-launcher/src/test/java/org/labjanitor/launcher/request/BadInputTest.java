package org.labjanitor.launcher.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.StrictJson;
import org.labjanitor.runtime.settings.LaunchSettings;

/** What is wrong with a document, each with its one message. */
class BadInputTest {
    private static final String INSTANCES =
            "\"instances\": [{\"name\": \"w\", \"image\": \"ami-0123456789abcdef0\", \"type\": \"t3.micro\"MORE}]";

    private final LaunchRequestReader reader =
            new LaunchRequestReader(
                    new LaunchSettings(
                            Duration.ofDays(14),
                            40,
                            List.of("t3.*"),
                            1_000,
                            List.of("s3://course-files/java")),
                    AllowedSources.only(List.of("s3://course-files/java")),
                    "us-east-1",
                    InstantSource.fixed(Classroom.NOW));

    private LaunchRequest read(String document) {
        return reader.read(new StrictJson().object(document.getBytes(UTF_8)));
    }

    private List<String> faults(String document) {
        BadRequestException refused =
                catchThrowableOfType(BadRequestException.class, () -> read(document));
        assertThat(refused).as("not refused: %s", document).isNotNull();
        return refused.faults();
    }

    /** A lab that is right but for what is added to it. */
    private static String lab(String more) {
        return "{\"name\": \"java\", \"ttl\": \"8h\", %s%s}"
                .formatted(INSTANCES.replace("MORE", ""), more);
    }

    private static String instance(String more) {
        return "{\"name\": \"java\", \"ttl\": \"8h\", %s}"
                .formatted(INSTANCES.replace("MORE", ", " + more));
    }

    @Test
    void reportIsTheDefaultAndTheRegionTheFunctionsOwn() {
        LaunchRequest request = read(lab(""));

        assertThat(request.mode()).isEqualTo(LaunchMode.REPORT);
        assertThat(request.waits()).isFalse();
        assertThat(request.order().region()).isEqualTo("us-east-1");
        assertThat(request.order().instances().getFirst().count().most()).isEqualTo(1);
    }

    @Test
    void everyFaultIsListedAtOnce() {
        assertThat(
                        faults(
                                """
                                {"mode": "go", "nam": "x", "roster": ["ada", "ada"], "region": "us-east-1a",
                                 "instances": [{"name": "w", "image": "linux", "count": 0}]}
                                """))
                .containsExactly(
                        "mode is \"go\", but must be one of report, launch",
                        "name is missing, but names the lab, such as \"java-{date}\"",
                        "expires is missing, and so is ttl; a lab must have an end: give one of them, such as \"ttl\": \"8h\"",
                        "region is us-east-1a, which is a zone of the Region us-east-1; name the Region",
                        "roster has \"ada\" twice",
                        "instances[0].image is \"linux\", but must be an image's id, such as ami-0123456789abcdef0, or ssm: and a parameter's name, such as ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
                        "instances[0].type is missing, but must be an instance type, such as t3.micro",
                        "instances[0].count is 0, but must be a whole number from 1 to 1000",
                        "unknown key \"nam\" (known: mode, wait, name, expires, ttl, region, roster, owner, owners, instances, buckets, files)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"ttl\": \"8h\", \"expires\": \"2026-12-01\"|ttl cannot stand beside expires; give one of them",
                "\"ttl\": \"15d\"|ttl is \"15d\", but a lab may last 14d at most (JANITOR_LAUNCH_LONGEST)",
                "\"ttl\": \"soon\"|ttl is \"soon\", but must be a length of time such as 30m, 12h, 7d, 2w, or an ISO duration such as PT36H",
                "\"expires\": \"2026-11-29\"|expires is \"2026-11-29\", but that is over already",
                "\"expires\": \"2026-12-24\"|expires is \"2026-12-24\", but a lab may last 14d at most (JANITOR_LAUNCH_LONGEST)",
                "\"expires\": \"Friday\"|expires is \"Friday\", but must be a date such as 2026-12-31, or a time with its offset such as 2026-12-31T18:00+01:00",
                "\"ttl\": 8|ttl is 8, but must be a string",
            })
    void refusesABadEnd(String end, String fault) {
        assertThat(
                        faults(
                                "{\"name\": \"java\", %s, %s}"
                                        .formatted(end, INSTANCES.replace("MORE", ""))))
                .containsExactly(fault);
    }

    @Test
    void aDateHoldsUntilItsDayIsOver() {
        LaunchRequest request =
                read(
                        "{\"name\": \"java\", \"expires\": \"2026-11-30\", %s}"
                                .formatted(INSTANCES.replace("MORE", "")));

        assertThat(request.order().term().end()).isEqualTo("2026-12-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"spot\": \"yes\"|instances[0].spot is \"yes\", but must be true or false",
                "\"perStudent\": true|instances[0].perStudent is true, but the lab has no roster",
                "\"count\": {\"min\": 3, \"max\": 2}|instances[0].count has a min of 3 above its max of 2",
                "\"count\": {\"least\": 3}|unknown key \"instances[0].count.least\" (known: min, max)",
                "\"subnet\": \"sub-1\"|instances[0].subnet is \"sub-1\", but must be a subnet's id, such as subnet-0123456789abcdef0",
                "\"securityGroups\": [\"default\"]|instances[0].securityGroups holds \"default\", but must hold security groups' ids, such as [\"sg-0123456789abcdef0\"]",
                "\"instanceProfile\": \"arn:aws:iam::1:x/y\"|instances[0].instanceProfile is \"arn:aws:iam::1:x/y\", but must be the name of an instance profile",
                "\"keyname\": \"me\"|unknown key \"instances[0].keyname\" (known: name, image, type, count, zone, keyName, instanceProfile, subnet, securityGroups, userData, spot, perStudent)",
            })
    void refusesABadInstance(String field, String fault) {
        assertThat(faults(instance(field))).containsExactly(fault);
    }

    @Test
    void refusesUserDataAbove16KilobytesByItsBytes() {
        assertThat(faults(instance("\"userData\": \"" + "ä".repeat(8_193) + "\"")))
                .containsExactly("instances[0].userData has 16,386 bytes, but may have 16,384");
        assertThat(read(instance("\"userData\": \"" + "ä".repeat(8_192) + "\""))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"roster\": [\"Ada L.\"]|roster has \"Ada L.\", but a student's id must have 1 to 40 lower-case letters, digits and hyphens, beginning and ending with a letter or a digit",
                "\"roster\": [\"ada\"], \"owners\": {\"bob\": \"b@example.org\"}|unknown key \"owners.bob\" (known: ada)",
                "\"owner\": \"a;b\"|owner is \"a;b\", but must have 1 to 256 letters, digits, spaces and + - = . _ : / @",
                "\"region\": \"mars-north-1\"|region is mars-north-1, but there is no such Region",
                "\"buckets\": [{\"name\": \"lab-{student}\"}]|buckets[0].name is \"lab-{student}\", which holds {student}; here it may hold {lab}, {account}, {date}",
                "\"buckets\": [{}]|buckets[0].name is missing, such as \"lab-{lab}-{account}\"",
                "\"buckets\": []|buckets is an empty list, but must be a list of objects",
                "\"buckets\": {}|buckets is an object, but must be a list of objects",
                "\"files\": [{\"from\": \"s3://course-files/javascript\", \"to\": \"s3://lab-x\"}]|files[0].from is \"s3://course-files/javascript\", which is none of the places that files may come from (JANITOR_LAUNCH_SOURCES: s3://course-files/java)",
                "\"files\": [{\"from\": \"start\", \"to\": \"s3://lab-x\"}]|files[0].from is \"start\", which is a folder, which only a launch from a terminal can read; put the files into S3",
                "\"files\": [{\"from\": \"s3://course-files/java\", \"to\": \"lab-x\"}]|files[0].to is \"lab-x\", but must be one of the lab's buckets, such as s3://lab-{lab}-{student}/start",
            })
    void refusesABadLab(String field, String fault) {
        assertThat(faults(lab(", " + field))).singleElement().asString().startsWith(fault);
    }

    @Test
    void refusesANameThatCannotStandInABucketsName() {
        assertThat(faults(lab("").replace("\"java\"", "\"Java_1\"")))
                .containsExactly(
                        "name is \"Java_1\", but must have 1 to 40 lower-case letters, digits and hyphens, beginning and ending with a letter or a digit; {date} stands for the day in UTC");
    }

    @Test
    void refusesALabOfNothing() {
        assertThat(faults("{\"name\": \"java\", \"ttl\": \"8h\"}"))
                .containsExactly(
                        "instances and buckets are missing; a lab has at least one of them");
    }

    @Test
    void refusesTwoEntriesOfOneName() {
        String twice =
                INSTANCES
                        .replace("MORE", "")
                        .replace(
                                "}]",
                                "}, {\"name\": \"w\", \"image\": \"ami-0123456789abcdef0\", \"type\": \"t3.micro\"}]");

        assertThat(faults("{\"name\": \"java\", \"ttl\": \"8h\", %s}".formatted(twice)))
                .containsExactly("instances[1].name is \"w\", which another entry has");
    }
}
