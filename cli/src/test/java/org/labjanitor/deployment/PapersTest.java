package org.labjanitor.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents and settings name is there. */
class PapersTest {
    private static final Pattern EVENT = Pattern.compile("\\bevents/[A-Za-z0-9-]+\\.json");
    private static final Pattern PARAMETER = Pattern.compile("`([A-Z][A-Za-z]+)=");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "samconfig.toml", "template.yaml", "docs/operations.md"})
    void everyEventThatIsNamedIsThere(String document) {
        assertThat(EVENT.matcher(Papers.read(document)).results().map(MatchResult::group))
                .allMatch(Papers::exists);
    }

    @Test
    void everyEventIsRunThroughTheRuntimeClient() {
        String tests =
                Stream.of(
                                "idle-instances/%s/instances",
                                "expired-buckets/%s/buckets", "lab-launcher/%s/launcher")
                        .map(room -> "functions/" + room.formatted("src/test/java/org/labjanitor"))
                        .map(room -> Papers.read(room + "/RuntimeClientTest.java"))
                        .collect(Collectors.joining());

        assertThat(Papers.names("events")).isNotEmpty().allMatch(tests::contains);
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
