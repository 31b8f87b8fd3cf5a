package org.labjanitor.simulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.sns.SnsBench.attribute;
import static org.labjanitor.simulator.sns.SnsBench.refusal;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;
import software.amazon.awssdk.services.sns.SnsClient;

class PublishTest {
    private static final int MOST_BYTES = 262_144;

    private final SnsBench bench = new SnsBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anAcceptedMessageIsKeptWithItsTimeAndItsAttributes() {
        bench.lab.clock().advance(Duration.ofMinutes(5));
        String id =
                bench.publish(request ->
                        request.subject("Two machines")
                                .message("Straße 🚀\nline two")
                                .messageAttributes(Map.of("owner", attribute("String", "mary"))));

        LabMessage message = bench.topic.messages().getFirst();
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.at()).isEqualTo(bench.lab.clock().instant());
        assertThat(message.subject()).isEqualTo("Two machines");
        assertThat(message.body()).isEqualTo("Straße 🚀\nline two");
        assertThat(message.text("owner")).isEqualTo("mary");
    }

    @Test
    void attributesCountAgainstTheLimitOf256KilobytesInBytes() {
        int overhead = "owner".length() + "String".length() + "mary".length();
        String most = "é".repeat((MOST_BYTES - overhead) / 2);

        assertThat(most.length()).isLessThan(MOST_BYTES / 2);
        bench.publish(request ->
                request.message(most + "x")
                        .messageAttributes(Map.of("owner", attribute("String", "mary"))));
        assertThat(
                        refusal(() ->
                                bench.publish(request ->
                                        request.message(most + "xy")
                                                .messageAttributes(
                                                        Map.of(
                                                                "owner",
                                                                attribute("String", "mary"))))))
                .isEqualTo("InvalidParameter 400: Invalid parameter: Message too long");
        assertThat(bench.topic.messages()).hasSize(1);
    }

    @Test
    void anEmptyMessageIsRefused() {
        assertThat(refusal(() -> bench.publish(request -> request.message(""))))
                .isEqualTo("InvalidParameter 400: Invalid parameter: Empty message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\ttab", "", "bell\u0007"})
    void aSubjectHasNoControlCharacters(String subject) {
        assertThat(refusal(() -> bench.publish(request -> request.subject(subject))))
                .isEqualTo("InvalidParameter 400: Invalid parameter: Subject");
    }

    @Test
    void aSubjectIsShorterThanAHundredCharacters() {
        bench.publish(request -> request.subject("s".repeat(99)));
        assertThat(refusal(() -> bench.publish(request -> request.subject("s".repeat(100)))))
                .isEqualTo("InvalidParameter 400: Invalid parameter: Subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {".owner", "owner.", "own..er", "own er", "öwner"})
    void anAttributeNameIsLettersDigitsAndInnerDots(String name) {
        assertThat(refusal(() -> bench.publish(Map.of(name, "mary"))))
                .startsWith("ParameterValueInvalid 400");
    }

    @Test
    void anAttributeNeedsAValue() {
        assertThat(refusal(() -> bench.publish(Map.of("owner", ""))))
                .isEqualTo(
                        "ParameterValueInvalid 400: The message attribute 'owner' must contain non-empty message attribute value for message attribute type 'String'.");
    }

    @Test
    void anAttributeHasAKnownType() {
        assertThat(
                        refusal(() ->
                                bench.publish(request ->
                                        request.messageAttributes(
                                                Map.of("owner", attribute("Text", "mary"))))))
                .contains("the set of supported type prefixes is Binary, Number, and String");
        assertThat(
                        refusal(() ->
                                bench.publish(request ->
                                        request.messageAttributes(
                                                Map.of("items", attribute("Number", "many"))))))
                .contains("Could not cast message attribute 'items' value to number.");
    }

    @Test
    void controlCharactersInAnAttributeAreNotGuessedAt() {
        assertThat(refusal(() -> bench.publish(Map.of("owner", "ma\u0000ry"))))
                .startsWith("NotSimulated 400");
    }

    @Test
    void aTopicThatIsGoneIsNotFound() {
        bench.lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").topics().delete("janitor");
        assertThat(refusal(() -> bench.publish(request -> request.message("Hello"))))
                .isEqualTo("NotFound 404: Topic does not exist");
    }

    @Test
    void aTopicOfAnotherAccountIsDenied() {
        try (SnsClient stranger = bench.client("us-east-1", SnsBench.OTHER_ACCOUNT)) {
            assertThat(
                            refusal(() ->
                                    stranger.publish(
                                            r -> r.topicArn(bench.topic.arn()).message("Hello"))))
                    .startsWith("AuthorizationError 403")
                    .contains("no resource-based policy allows the SNS:Publish action");
        }
    }

    @Test
    void aTopicOfAnotherRegionIsNoTopic() {
        try (SnsClient west = bench.client("eu-west-1", Lab.DEFAULT_ACCOUNT)) {
            assertThat(
                            refusal(() ->
                                    west.publish(
                                            r -> r.topicArn(bench.topic.arn()).message("Hello"))))
                    .isEqualTo("InvalidParameter 400: Invalid parameter: TopicArn");
        }
    }

    @Test
    void aMalformedArnIsToldSo() {
        assertThat(refusal(() -> bench.publish(request -> request.topicArn("janitor"))))
                .isEqualTo(
                        "InvalidParameter 400: Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1");
    }

    @Test
    void aDeniedActionIsAnAuthorizationError() {
        bench.lab.account(Lab.DEFAULT_ACCOUNT).deny("sns:Publish");
        assertThat(refusal(() -> bench.publish(request -> request.message("Hello"))))
                .startsWith("AuthorizationError 403");
    }

    @Test
    void faultsStrikeByNameAndNumber() {
        bench.lab.faults().add(Fault.onCall(2, FaultKind.THROTTLE, "Publish"));
        bench.lab.faults().add(Fault.onCall(3, FaultKind.ERROR, "Publish"));
        bench.publish(request -> request.message("one"));
        assertThat(refusal(() -> bench.publish(request -> request.message("two"))))
                .isEqualTo("Throttling 400: Rate exceeded");
        assertThat(refusal(() -> bench.publish(request -> request.message("three"))))
                .startsWith("InternalError 500");
        assertThat(bench.topic.messages()).extracting(LabMessage::body).containsExactly("one");
    }
}
