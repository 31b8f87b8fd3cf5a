package org.labjanitor.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labjanitor.buckets.request.BucketsRequestReader;
import org.labjanitor.core.policy.IdleRule;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.instances.request.InstancesRequestReader;
import org.labjanitor.runtime.json.StrictJson;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/** The template as a whole. */
class TemplateTest {
    private static final Pattern SUBSTITUTED =
            Pattern.compile("\\$\\{([A-Za-z0-9]+)(\\.[A-Za-z0-9.]+)?\\}");

    private final Template template = Template.read();

    @ParameterizedTest
    @CsvSource({"IdleInstances", "ExpiredBuckets", "LabLauncher"})
    void namesAHandlerThatLambdaCanMake(String function) throws Exception {
        Class<?> handler =
                Class.forName(template.stack().properties(function).at("Handler").text());

        assertThat(handler).isAssignableTo(RequestStreamHandler.class);
        assertThat(handler.getConstructor()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"report", "warn", "clean"})
    void givesEveryScheduleAnInputThatItsFunctionAccepts(String mode) {
        Stack stack = template.stack("Mode", mode);
        Settings settings = Settings.from(stack.environment());
        Map<String, @Nullable Object> instances = input(stack, "IdleInstances");
        Map<String, @Nullable Object> buckets = input(stack, "ExpiredBuckets");

        assertThat(instances).containsEntry("mode", mode);
        assertThat(buckets).containsEntry("mode", mode);
        Mode expected = Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        assertThat(new InstancesRequestReader(settings).read(instances).mode()).isEqualTo(expected);
        assertThat(new BucketsRequestReader(settings).read(buckets).mode()).isEqualTo(expected);
    }

    @Test
    void asksMachinesByScheduleOnlyWhereThatIsSwitchedOn() {
        Stack asking = template.stack(Map.of("AskMachines", "yes", "Policy", "window"));
        Settings settings = Settings.from(asking.environment());

        InstancePolicy policy =
                new InstancesRequestReader(settings).read(input(asking, "IdleInstances")).policy();

        assertThat(policy.askMachines()).isTrue();
        assertThat(policy.idleRule()).isInstanceOf(IdleRule.QuietWindow.class);
        assertThat(input(template.stack(), "IdleInstances")).doesNotContainKey("policy");
    }

    private static Map<String, @Nullable Object> input(Stack stack, String function) {
        String input =
                stack.properties(function)
                        .at("Events")
                        .at("Schedule")
                        .at("Properties")
                        .at("Input")
                        .text();
        return new StrictJson().object(input.getBytes(UTF_8));
    }

    @Test
    void stopsEverythingWhenAsked() {
        Stack stopped = template.stack("Stopped", "yes");

        assertThat(stopped.globals().at("ReservedConcurrentExecutions").text()).isEqualTo("0");
        assertThat(List.of("IdleInstances", "ExpiredBuckets"))
                .allSatisfy(function ->
                        assertThat(
                                        stopped.properties(function)
                                                .at("Events")
                                                .at("Schedule")
                                                .at("Properties")
                                                .at("State")
                                                .text())
                                .isEqualTo("DISABLED"));
    }

    @Test
    void reservesNothingWhereAnAccountCannot() {
        assertThat(template.stack("OneRunAtATime", "no").globals().map())
                .doesNotContainKey("ReservedConcurrentExecutions");
        assertThat(template.stack().globals().at("ReservedConcurrentExecutions").text())
                .isEqualTo("1");
    }

    @Test
    void usesEveryParameter() {
        Set<String> referred = references(template.section("Resources").value(), new TreeSet<>());
        references(template.section("Globals").value(), referred);

        assertThat(referred)
                .as("parameters that resources refer to, directly or through a condition")
                .containsAll(template.parameters().keySet());
    }

    private Set<String> references(@Nullable Object value, Set<String> found) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, child) -> {
                        found.addAll(named(String.valueOf(key), child));
                        references(child, found);
                    });
            case List<?> list -> list.forEach(child -> references(child, found));
            case String text ->
                    SUBSTITUTED.matcher(text).results().forEach(name -> found.add(name.group(1)));
            case null, default -> {}
        }
        return found;
    }

    /** What a function refers to by a bare name. */
    private Set<String> named(String function, Object argument) {
        if (function.equals("Ref")) {
            return Set.of((String) argument);
        }
        if (function.equals("Fn::GetAtt")) {
            return Set.of((String) ((List<?>) argument).getFirst());
        }
        if (function.equals("Condition") && argument instanceof String condition) {
            return references(conditions().at(condition).value(), new TreeSet<>());
        }
        if (function.equals("Fn::If")) {
            String condition = (String) ((List<?>) argument).getFirst();
            return references(conditions().at(condition).value(), new TreeSet<>());
        }
        return Set.of();
    }

    private Tree conditions() {
        return template.section("Conditions");
    }

    @Test
    void hasNoCircleOfResourcesThatWaitForEachOther() {
        Map<String, Set<String>> waitsFor = waitsFor();
        Set<String> made = new TreeSet<>();
        boolean goesOn = true;
        while (goesOn) {
            goesOn = made.addAll(ready(waitsFor, made));
        }

        assertThat(waitsFor.keySet()).as("resources that can be made").isEqualTo(made);
    }

    private static Set<String> ready(Map<String, Set<String>> waitsFor, Set<String> made) {
        Set<String> ready = new TreeSet<>();
        waitsFor.forEach((resource, others) -> {
            if (made.containsAll(others)) {
                ready.add(resource);
            }
        });
        return ready;
    }

    /**
     * What each resource refers to. A function's events become resources of their own, but a bucket
     * whose events it gets waits for it (SAM developer guide, S3 event).
     */
    private Map<String, Set<String>> waitsFor() {
        Map<String, Tree> resources = template.section("Resources").children();
        Map<String, Set<String>> waitsFor = new TreeMap<>();
        resources.forEach((name, resource) -> {
            Map<String, Object> body = new LinkedHashMap<>(resource.at("Properties").map());
            boolean isFunction = body.remove("Events") != null;
            Set<String> others = references(body, new TreeSet<>());
            if (isFunction) {
                references(template.section("Globals").value(), others);
            }
            others.retainAll(resources.keySet());
            waitsFor.put(name, others);
        });
        waitsFor.computeIfPresent(
                "RequestBucket",
                (_, others) -> {
                    others.addAll(List.of("IdleInstances", "ExpiredBuckets", "LabLauncher"));
                    return others;
                });
        return waitsFor;
    }

    @Test
    void explainsEveryParameterAndShowsItInOneGroup() {
        List<String> shown = new ArrayList<>();
        template.section("Metadata")
                .at("AWS::CloudFormation::Interface")
                .at("ParameterGroups")
                .elements()
                .forEach(group -> shown.addAll(group.at("Parameters").texts()));

        assertThat(shown).containsExactlyElementsOf(template.parameters().keySet());
        assertThat(template.parameters().values())
                .allSatisfy(parameter -> {
                    assertThat(parameter.at("Description").text()).isNotBlank();
                    assertThat(parameter.at("ConstraintDescription").text()).startsWith("must be ");
                });
    }

    @Test
    void namesNoPartitionOfItsOwn() {
        Stack china = template.stack("AWS::Partition", "aws-cn");

        assertThat(china.resources().toString()).contains("arn:aws-cn:").doesNotContain("arn:aws:");
    }

    @Test
    void givesNoResourceAFixedNameThatASecondStackWouldNeed() {
        assertThat(List.of("IdleInstances", "ExpiredBuckets"))
                .allSatisfy(function ->
                        assertThat(
                                        template.stack()
                                                .properties(function)
                                                .at("Events")
                                                .at("Schedule")
                                                .at("Properties")
                                                .has("OmitName"))
                                .isTrue());
        assertThat(weekly().map()).doesNotContainKey("Name");
        assertThat(template.stack().resources("AWS::S3::Bucket").values())
                .allSatisfy(
                        bucket -> assertThat(bucket.at("BucketName").text()).contains("-51af3dc0"));
    }

    @Test
    void startsALabByScheduleOnlyWhereOneIsGiven() {
        assertThat(template.stack().resources("AWS::Scheduler::Schedule")).isEmpty();
        assertThat(weekly().at("ScheduleExpression").text()).isEqualTo("cron(0 8 ? * MON *)");
        assertThat(weekly().at("Target").at("Input").text()).isEqualTo("{\"name\": \"java\"}");
    }

    private Tree weekly() {
        return template.stack(
                        Map.of(
                                "LabSchedule", "cron(0 8 ? * MON *)",
                                "LabDocument", "{\"name\": \"java\"}"))
                .properties("LabSchedules");
    }

    @Test
    void keepsItsBucketsOutOfEveryLabsPrefix() {
        Stack stack = template.stack();
        String prefix = Settings.from(stack.environment()).buckets().prefix();

        assertThat(stack.resources("AWS::S3::Bucket").values())
                .allSatisfy(bucket ->
                        assertThat(bucket.at("BucketName").text()).doesNotStartWith(prefix));
    }

    @Test
    void wakesSomebodyUpForEachWayARunCanFail() {
        List<String> metrics =
                template.stack().resources("AWS::CloudWatch::Alarm").values().stream()
                        .map(alarm -> alarm.at("MetricName").text())
                        .distinct()
                        .toList();

        assertThat(metrics)
                .containsExactlyInAnyOrder(
                        "Errors",
                        "Throttles",
                        "RunMilliseconds",
                        "NotExamined",
                        "NoticesFailed",
                        "ApproximateNumberOfMessagesVisible");
        assertThat(template.stack().resources("AWS::CloudWatch::Alarm").values())
                .allSatisfy(alarm ->
                        assertThat(alarm.at("AlarmActions").texts()).singleElement().isNotNull());
    }
}
