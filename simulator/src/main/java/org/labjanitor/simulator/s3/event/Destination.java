package org.labjanitor.simulator.s3.event;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.identity.IamPattern;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/**
 * Where some events of a bucket go.
 *
 * @param tested whether S3 sends it a test message first: queues and topics get one
 */
record Destination(
        String configurationId,
        String arn,
        boolean tested,
        List<IamPattern> events,
        List<FilterRule> filters) {
    Destination {
        events = List.copyOf(events);
        filters = List.copyOf(filters);
    }

    static List<Destination> of(NotificationConfiguration configuration) {
        return Stream.of(
                        configuration.queueConfigurations().stream().map(Destination::of),
                        configuration.topicConfigurations().stream().map(Destination::of),
                        configuration.lambdaFunctionConfigurations().stream().map(Destination::of))
                .flatMap(all -> all)
                .toList();
    }

    private static Destination of(QueueConfiguration queue) {
        return new Destination(
                name(queue.id()),
                queue.queueArn(),
                true,
                patterns(queue.eventsAsStrings()),
                rules(queue.filter()));
    }

    private static Destination of(TopicConfiguration topic) {
        return new Destination(
                name(topic.id()),
                topic.topicArn(),
                true,
                patterns(topic.eventsAsStrings()),
                rules(topic.filter()));
    }

    private static Destination of(LambdaFunctionConfiguration function) {
        return new Destination(
                name(function.id()),
                function.lambdaFunctionArn(),
                false,
                patterns(function.eventsAsStrings()),
                rules(function.filter()));
    }

    private static String name(@Nullable String id) {
        return id == null ? "notification" : id;
    }

    private static List<IamPattern> patterns(List<String> events) {
        return events.stream().map(IamPattern::exact).toList();
    }

    private static List<FilterRule> rules(@Nullable NotificationConfigurationFilter filter) {
        return filter == null || filter.key() == null ? List.of() : filter.key().filterRules();
    }

    boolean wants(ObjectEvent event) {
        return events.stream().anyMatch(pattern -> pattern.matches("s3:" + event.name()))
                && filters.stream().allMatch(rule -> passes(rule, event.key()));
    }

    private static boolean passes(FilterRule rule, String key) {
        return switch (rule.nameAsString().toLowerCase(Locale.ROOT)) {
            case "prefix" -> key.startsWith(rule.value());
            case "suffix" -> key.endsWith(rule.value());
            default -> false;
        };
    }
}
