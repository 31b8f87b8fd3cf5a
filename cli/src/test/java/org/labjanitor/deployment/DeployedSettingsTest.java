package org.labjanitor.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.runtime.json.StrictJson;
import org.labjanitor.runtime.settings.LaunchSettings;
import org.labjanitor.runtime.settings.Settings;

/** What the functions find in their environment, and what they make of it. */
class DeployedSettingsTest {
    private static final Path LOCAL = Path.of("../deploy/local-env.json");

    private final Template template = Template.read();

    /** An environment that remembers what it was asked for. */
    private static final class Asked extends HashMap<String, String> {
        private static final long serialVersionUID = 1;

        private final Set<String> names = new TreeSet<>();

        @Override
        public String getOrDefault(Object name, String byDefault) {
            names.add((String) name);
            return super.getOrDefault(name, byDefault);
        }
    }

    @Test
    void areExactlyThoseThatTheFunctionsRead() {
        Asked asked = new Asked();
        Settings.from(asked);

        assertThat(template.stack().environment().keySet())
                .containsExactlyInAnyOrderElementsOf(asked.names);
    }

    @Test
    void ofTheLauncherAreThoseAndItsOwn() {
        Asked asked = new Asked();
        Settings.from(asked);
        LaunchSettings.from(asked);

        assertThat(template.stack().environment("LabLauncher").keySet())
                .containsExactlyInAnyOrderElementsOf(asked.names);
    }

    @Test
    void ofTheLauncherHaveTheDefaultsOfTheCode() {
        assertThat(LaunchSettings.from(template.stack().environment("LabLauncher")))
                .isEqualTo(LaunchSettings.defaults());
    }

    @Test
    void haveTheDefaultsOfTheCode() {
        Settings deployed = Settings.from(template.stack().environment());
        Settings byDefault = Settings.defaults();

        assertThat(deployed)
                .usingRecursiveComparison()
                .ignoringFields(
                        "accountId",
                        "buckets.own",
                        "grace.stateBucket",
                        "grace.topic",
                        "reportBucket",
                        "requestBucket")
                .isEqualTo(byDefault);
    }

    @Test
    void nameTheAccountAndTheStacksOwnThings() {
        Stack stack = template.stack();
        Settings deployed = Settings.from(stack.environment());

        assertThat(deployed.accountId()).isEqualTo(Stack.ACCOUNT);
        assertThat(deployed.grace().canWarn()).isTrue();
        Set<String> own = new TreeSet<>(deployed.buckets().own());
        own.add(String.valueOf(deployed.grace().stateBucket()));
        own.add(String.valueOf(deployed.reportBucket()));
        own.add(String.valueOf(deployed.requestBucket()));
        assertThat(stack.resources("AWS::S3::Bucket").values())
                .extracting(bucket -> bucket.at("BucketName").text())
                .containsExactlyInAnyOrderElementsOf(own);
    }

    static Stream<String> numbers() {
        return Template.read().parameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().at("Type").text().equals("Number"))
                .filter(parameter -> parameter.getValue().has("MinValue"))
                .map(Map.Entry::getKey)
                .filter(name -> !variable(name).isEmpty());
    }

    /** The variable that a parameter goes into; empty for one that only shapes the stack. */
    private static String variable(String parameter) {
        Stack marked = Template.read().stack(parameter, "4711");
        return marked.environment("LabLauncher").entrySet().stream()
                .filter(entry -> entry.getValue().equals("4711"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void haveTheLimitsOfTheCode(String name) {
        Tree parameter = template.parameter(name);
        long least = Long.parseLong(parameter.at("MinValue").text());
        long most = Long.parseLong(parameter.at("MaxValue").text());

        assertThatCode(() -> settings(name, least)).doesNotThrowAnyException();
        assertThatCode(() -> settings(name, most)).doesNotThrowAnyException();
        assertThatThrownBy(() -> settings(name, least - 1)).hasMessageContaining("must be");
        assertThatThrownBy(() -> settings(name, most + 1)).hasMessageContaining("must be");
    }

    private void settings(String name, long value) {
        Map<String, String> environment =
                new HashMap<>(
                        template.stack(name, Long.toString(value)).environment("LabLauncher"));
        // A notice outlasts its grace, so one limit can be looked at only away from the other.
        if (!name.equals("GraceHours")) {
            environment.put("JANITOR_GRACE_HOURS", "1");
        }
        if (!name.equals("NoticeDays")) {
            environment.put("JANITOR_NOTICE_DAYS", "90");
        }
        Settings.from(environment);
        LaunchSettings.from(environment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LabTag | lab",
                "LabTag | course:lab/2026",
                "LabTag | aws:lab",
                "LabTag | a\"b",
                "Regions | us-east-1",
                "Regions | us-east-1, eu-west-1",
                "Regions | us-gov-west-1,cn-north-1",
                "Regions | all",
                "Regions | us-east-1,all",
                "Regions | everywhere",
                "BucketPrefix | lab-",
                "BucketPrefix | l",
                "BucketPrefix | -lab",
                "BucketPrefix | Lab-",
                "BucketPrefix | lab-*",
                "BucketLifetime | 30d",
                "BucketLifetime | PT36H",
                "BucketLifetime | P30D",
                "BucketLifetime | 30",
                "BucketLifetime | forever",
                "Admin | ops@example.org",
                "Admin | The Lab's admin",
                "RemovalHours | Mon-Fri 08:00-18:00 Europe/Berlin",
                "RemovalHours | Mon,Wed 08:00-24:00 UTC",
                "RemovalHours | 08:00-18:00 Europe/Berlin",
                "RemovalHours | Mon-Fri 8-18 Europe/Berlin",
                "LaunchLongest | 2w",
                "LaunchLongest | 14",
                "LaunchTypes | t3.micro,m7i.*",
                "LaunchTypes | T3.MICRO",
                "LaunchSource | course-files/java/",
                "LaunchSource | course-files",
                "LaunchSource | s3://course-files",
                "LaunchSource | Course-Files"
            })
    void areRefusedByTheTemplateWhereTheCodeWouldRefuseThem(String parameter, String value) {
        Tree rules = template.parameter(parameter);

        assertThat(Pattern.matches(rules.at("AllowedPattern").text(), value))
                .as("%s takes %s", parameter, value)
                .isEqualTo(isAccepted(template.stack(parameter, value)));
    }

    private static boolean isAccepted(Stack stack) {
        try {
            Settings.from(stack.environment());
            LaunchSettings.from(stack.environment("LabLauncher"));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void workOnALaptopWithoutAnAccountToChange() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(template.stack().environment());
        Tree local =
                new Tree("local", new StrictJson().object(Files.readAllBytes(LOCAL)))
                        .at("Parameters");
        local.children()
                .forEach((name, value) ->
                        assertThat(environment.put(name, value.text()))
                                .as("SAM sets only what the template sets, such as %s", name)
                                .isNotNull());

        Settings settings = Settings.from(environment);
        assertThat(settings.accountId()).isNull();
        assertThat(settings.grace().canWarn()).isFalse();
        assertThat(settings.reportBucket()).isNull();
        assertThat(settings.requestBucket()).isNull();
    }
}
