package org.labjanitor.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents and settings name is there. */
class PapersTest {
    private static final Pattern EVENT = Pattern.compile("\\bevents/[A-Za-z0-9-]+\\.json");
    private static final Pattern PARAMETER = Pattern.compile("`([A-Z][A-Za-z]+)=");

    private static final String CONTRACTS =
            "functions/runtime/src/test/java/org/labjanitor/runtime/lambda";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "samconfig.toml", "template.yaml", "docs/operations.md"})
    void everyEventThatIsNamedIsThere(String document) {
        assertThat(EVENT.matcher(Papers.read(document)).results().map(MatchResult::group))
                .allMatch(Papers::exists);
    }

    @ParameterizedTest
    @CsvSource({
        "instances, idle-instances/src/test/java/org/labjanitor/instances",
        "buckets, expired-buckets/src/test/java/org/labjanitor/buckets",
        "lab, lab-launcher/src/test/java/org/labjanitor/launcher"
    })
    void everyEventIsRunThroughTheRuntimeClient(String suffix, String room) {
        String ending = "-" + suffix + ".json";
        String tests =
                Papers.read("functions/" + room + "/RuntimeClientTest.java")
                        + Papers.read(CONTRACTS + "/RuntimeClientContract.java")
                        + Papers.read(CONTRACTS + "/SweepRuntimeContract.java");

        assertThat(Papers.names("events"))
                .filteredOn(event -> event.endsWith(ending))
                .isNotEmpty()
                .map(event -> event.substring(0, event.length() - ending.length()))
                .allMatch(kind -> tests.contains('"' + kind + '"'));
    }

    @Test
    void everyEventIsForAFunction() {
        assertThat(Papers.names("events"))
                .isNotEmpty()
                .allMatch(event -> event.matches(".+-(instances|buckets|lab)\\.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/operations.md", "docs/permissions.md"})
    void everyParameterThatIsNamedIsTheTemplates(String document) {
        assertThat(PARAMETER.matcher(Papers.read(document)).results().map(match -> match.group(1)))
                .allMatch(Template.read().parameters()::containsKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/operations.md"})
    void everyAlarmIsExplained(String document) {
        assertThat(Template.read().stack().resources("AWS::CloudWatch::Alarm").keySet())
                .allSatisfy(alarm -> assertThat(Papers.read(document)).contains("`" + alarm + "`"));
    }
}
