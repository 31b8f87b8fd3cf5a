package org.labjanitor.runtime.notice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsFailure;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.SentNotice;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes letters to the topic. What is not accepted is told and never thrown; where nothing can
 * be accepted (SNS cannot be reached, or the credentials may not publish), the letters behind the
 * first such failure are not even tried.
 */
final class Postbox {
    private static final int AT_ONCE = 8;
    private static final Set<AwsFailure.Kind> HOPELESS =
            EnumSet.of(
                    AwsFailure.Kind.CREDENTIALS,
                    AwsFailure.Kind.DENIED,
                    AwsFailure.Kind.REGION,
                    AwsFailure.Kind.UNREACHABLE);

    private final AwsClients clients;
    private final @Nullable String topic;
    private final InstantSource clock;
    private @Nullable SnsClient client;

    Postbox(AwsClients clients, @Nullable String topic, InstantSource clock) {
        this.clients = clients;
        this.topic = topic;
        this.clock = clock;
    }

    /** A letter and what became of it. */
    private record Receipt(Letter letter, @Nullable Instant acceptedAt, String detail) {
        SentNotice notice() {
            return new SentNotice(
                    letter.kind(),
                    letter.recipient().name(),
                    letter.ids().size(),
                    acceptedAt != null,
                    detail);
        }
    }

    Delivery post(RunContext run, List<Letter> letters) {
        AtomicReference<@Nullable String> hopeless = new AtomicReference<>();
        if (topic == null) {
            hopeless.set("no topic is configured (JANITOR_TOPIC_ARN)");
        }
        List<Callable<Receipt>> calls =
                letters.stream()
                        .<Callable<Receipt>>map(letter -> () -> post(run, letter, hopeless))
                        .toList();
        List<Receipt> receipts = new ParallelCalls(AT_ONCE).all(calls);
        Map<String, Instant> accepted = new LinkedHashMap<>();
        for (Receipt receipt : receipts) {
            if (receipt.acceptedAt() != null) {
                receipt.letter().ids().forEach(id -> accepted.put(id, receipt.acceptedAt()));
            }
        }
        return new Delivery(accepted, receipts.stream().map(Receipt::notice).toList());
    }

    private Receipt post(
            RunContext run, Letter letter, AtomicReference<@Nullable String> hopeless) {
        String why = hopeless.get();
        if (why != null) {
            return new Receipt(letter, null, why);
        }
        String arn = requireNonNull(topic);
        try {
            client(arn)
                    .publish(request ->
                            request.topicArn(arn)
                                    .subject(letter.subject())
                                    .message(letter.body())
                                    .messageAttributes(attributes(run, letter)));
            return new Receipt(letter, clock.instant(), "");
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of("sns:Publish to " + arn, e);
            if (HOPELESS.contains(failure.kind())) {
                hopeless.set(failure.message());
            }
            return new Receipt(letter, null, failure.message());
        }
    }

    private static Map<String, MessageAttributeValue> attributes(RunContext run, Letter letter) {
        return Map.of(
                "owner", text(letter.recipient().name()),
                "kind", text(letter.kind().id()),
                "sweep", text(run.sweep()),
                "account", text(run.account()));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    /** "You can publish messages only to topics [...] in the same Region" (Publish). */
    private synchronized SnsClient client(String arn) {
        if (client == null) {
            client = clients.build(SnsClient.builder(), arn.split(":", -1)[3]);
        }
        return client;
    }
}
