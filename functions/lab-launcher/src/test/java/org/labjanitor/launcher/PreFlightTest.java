package org.labjanitor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

/** What AWS knows to be wrong is said before the first change, all of it at once. */
class PreFlightTest {
    private static final String ARM =
            "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

    private final Classroom room = new Classroom();

    @AfterEach
    void close() {
        room.close();
    }

    private static String instances(String fields) {
        return """
        {"mode": "launch", "name": "java", "ttl": "8h",
         "instances": [{"name": "w", "image": "%s", "type": "t3.micro"%s}]}
        """
                .formatted(Classroom.LINUX, fields);
    }

    private static String bucket(String name) {
        return "{\"mode\": \"launch\", \"name\": \"java\", \"ttl\": \"8h\", \"buckets\": [{\"name\": \"%s\"}]}"
                .formatted(name);
    }

    private List<String> faults(String document) {
        room.lab().calls().clear();
        LaunchResult result = room.run(document);
        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(room.lab().calls().mutations()).isEmpty();
        return result.faults();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"zone\": \"us-east-1\"|zone us-east-1 is a Region, not a zone; its zones are us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f",
                "\"zone\": \"eu-west-1\"|zone eu-west-1 is a Region, not a zone; the lab is in us-east-1, whose zones are us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f",
                "\"zone\": \"eu-west-1a\"|zone eu-west-1a is a zone of eu-west-1, but the lab is in us-east-1, whose zones are us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f",
                "\"zone\": \"us-east-1z\"|there is no zone us-east-1z for this account; the zones of us-east-1 are us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f",
                "\"keyName\": \"lost\"|there is no key pair lost in us-east-1; leave keyName out to use Session Manager",
                "\"subnet\": \"subnet-0123456789abcdef0\"|there is no subnet subnet-0123456789abcdef0 in us-east-1",
                "\"securityGroups\": [\"sg-0123456789abcdef0\"]|there is no security group sg-0123456789abcdef0 in us-east-1",
            })
    void namesWhatIsNotThere(String field, String fault) {
        assertThat(faults(instances(", " + field))).containsExactly(fault);
    }

    @Test
    void namesAnUnknownImageAndAnUnknownParameter() {
        assertThat(faults(instances("").replace(Classroom.LINUX, "ami-0123456789abcdef0")))
                .containsExactly(
                        "there is no image ami-0123456789abcdef0 in us-east-1 for this account");
        assertThat(faults(instances("").replace(Classroom.LINUX, "ssm:/aws/service/none")))
                .containsExactly("there is no parameter /aws/service/none in the lab's Region");
    }

    @Test
    void namesAnUnknownType() {
        assertThat(faults(instances("").replace("t3.micro", "t3.gigantic")))
                .containsExactly(
                        "the price of instance type t3.gigantic is not known, so that the limit of $1000 a month cannot be held",
                        "there is no instance type t3.gigantic in us-east-1");
    }

    @Test
    void namesAnImageThatTheTypeCannotRun() {
        assertThat(faults(instances("").replace(Classroom.LINUX, ARM)))
                .singleElement()
                .asString()
                .matches(
                        "image ami-0[0-9a-f]{16} is made for arm64, but instance type t3.micro runs x86_64");
    }

    @Test
    void namesAZoneThatDoesNotHaveTheType() {
        room.ec2().withdraw("t3.micro", "us-east-1e");

        assertThat(faults(instances(", \"zone\": \"us-east-1e\"")))
                .singleElement()
                .asString()
                .startsWith(
                        "instance type t3.micro is not offered in us-east-1e, but in us-east-1a")
                .doesNotEndWith("us-east-1e");
    }

    @Test
    void namesAMissingDefaultVpc() {
        room.ec2().deleteDefaultVpc();

        assertThat(faults(instances("")))
                .containsExactly(
                        "us-east-1 has no default VPC in this account, so that every entry of instances has to name a subnet");
    }

    @Test
    void namesABucketThatSomebodyElseHas() {
        room.lab()
                .account(Classroom.STRANGER)
                .region(Classroom.REGION)
                .buckets()
                .create("lab-taken");

        assertThat(faults(bucket("lab-taken")))
                .containsExactly(
                        "bucket lab-taken: the name is taken by another account, or the credentials lack s3:GetBucketTagging; choose another name");
    }

    @Test
    void namesABucketThatYouHaveOutsideOfTheLab() {
        String mine =
                "bucket lab-mine: you have a bucket of that name already, and it is not this lab's; choose another name";
        var bucket =
                room.lab()
                        .account(Classroom.ACCOUNT)
                        .region(Classroom.REGION)
                        .buckets()
                        .create("lab-mine");
        assertThat(faults(bucket("lab-mine"))).containsExactly(mine);

        bucket.tags(Map.of("lab", "another", "lab:piece", "lab-mine"));
        assertThat(faults(bucket("lab-mine"))).containsExactly(mine);
    }

    @Test
    void namesABucketThatIsInAnotherRegion() {
        room.lab().account(Classroom.ACCOUNT).region("eu-west-1").buckets().create("lab-afar");

        assertThat(faults(bucket("lab-afar")))
                .singleElement()
                .asString()
                .isEqualTo(
                        "bucket lab-afar: the name is taken in eu-west-1, but the document has it in us-east-1; choose another name or that Region");
    }

    @Test
    void namesABucketNameThatIsIllegalOrThatTheJanitorWouldNotRemove() {
        assertThat(faults(bucket("lab-{lab}_x")))
                .singleElement()
                .asString()
                .contains("lab-java_x", "an underscore", "lab-java-x would be legal");
        assertThat(faults(bucket("lab-Java")))
                .singleElement()
                .asString()
                .contains("a capital letter");
        assertThat(room.lab().calls().count("GetBucketTagging")).isZero();
        assertThat(faults(bucket("lab-a..b"))).singleElement().asString().contains("two dots");
        assertThat(faults(bucket("course-{lab}")))
                .singleElement()
                .asString()
                .contains("must begin with lab-");
    }

    @Test
    void namesFilesThatAreNotThereOrCannotBeRead() {
        String document =
                """
                {"mode": "launch", "name": "java", "ttl": "8h", "buckets": [{"name": "lab-x"}],
                 "files": [{"from": "s3://course-files/java", "to": "s3://lab-x/start"}]}
                """;
        assertThat(faults(document))
                .singleElement()
                .asString()
                .contains("files of s3://course-files/java", "NoSuchBucket");

        room.lab()
                .account(Classroom.STRANGER)
                .region(Classroom.REGION)
                .buckets()
                .create("course-files");
        assertThat(faults(document))
                .singleElement()
                .asString()
                .contains("files of s3://course-files/java", "AccessDenied");
    }

    @Test
    void namesAnEmptySource() {
        room.shelveFiles("javascript/a.js");

        assertThat(
                        faults(
                                """
                                {"mode": "launch", "name": "java", "ttl": "8h", "buckets": [{"name": "lab-x"}],
                                 "files": [{"from": "s3://course-files/java", "to": "s3://lab-x/start"}]}
                                """))
                .containsExactly("files of s3://course-files/java: there are none");
    }

    @Test
    void listsEverythingAtOnce() {
        room.lab()
                .account(Classroom.STRANGER)
                .region(Classroom.REGION)
                .buckets()
                .create("lab-taken");

        assertThat(
                        faults(
                                """
                                {"mode": "launch", "name": "java", "ttl": "8h",
                                 "instances": [{"name": "w", "image": "ssm:/aws/service/none", "type": "m7i.large",
                                                "zone": "us-east-1", "keyName": "lost", "count": 61}],
                                 "buckets": [{"name": "lab-taken"}]}
                                """))
                .extracting(fault -> fault.substring(0, 18))
                .containsExactly(
                        "instance type m7i.",
                        "the lab has 61 ins",
                        "the lab's instance",
                        "there is no parame",
                        "zone us-east-1 is ",
                        "there is no key pa",
                        "bucket lab-taken: ");
    }

    @Test
    void whatCouldNotBeCheckedIsNotLaunched() {
        room.lab()
                .faults()
                .add(
                        Fault.everyCall(FaultKind.ERROR, "DescribeImages")
                                .withCode("UnauthorizedOperation", 403));

        assertThat(faults(instances("")))
                .singleElement()
                .asString()
                .contains("ec2:DescribeImages", "The credentials need the permission");
    }

    @Test
    void aReportListsTheSameFaults() {
        LaunchResult result =
                room.run(
                        instances(", \"zone\": \"us-east-1\"").replace("\"launch\"", "\"report\""));

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.faults()).hasSize(1);
    }
}
