package org.labjanitor.simulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;

/** A lab with two accounts and the topic {@code janitor}. */
final class SnsBench implements AutoCloseable {
    static final String OTHER_ACCOUNT = "444455556666";

    final Lab lab = Lab.builder().accounts(Lab.DEFAULT_ACCOUNT, OTHER_ACCOUNT).start();
    final SnsClient sns = client("us-east-1", Lab.DEFAULT_ACCOUNT);
    final LabTopic topic =
            lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").topics().create("janitor");

    SnsClient client(String region, String account) {
        return LabClients.pointed(SnsClient.builder(), lab, region, lab.accessKey(account)).build();
    }

    /** Publishes a small message that the caller changes. */
    String publish(Consumer<PublishRequest.Builder> change) {
        PublishRequest.Builder request =
                PublishRequest.builder().topicArn(topic.arn()).message("Hello");
        change.accept(request);
        return sns.publish(request.build()).messageId();
    }

    /** Publishes a small message with attributes of type String. */
    String publish(Map<String, String> attributes) {
        Map<String, MessageAttributeValue> values = new TreeMap<>();
        attributes.forEach((name, value) -> values.put(name, attribute("String", value)));
        return publish(request -> request.messageAttributes(values));
    }

    static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    /** Code, status and message of a refusal. */
    static String refusal(ThrowingCallable call) {
        SnsException error = catchThrowableOfType(SnsException.class, call);
        assertThat(error).as("a refusal by SNS").isNotNull();
        return "%s %d: %s"
                .formatted(
                        error.awsErrorDetails().errorCode(),
                        error.statusCode(),
                        error.awsErrorDetails().errorMessage());
    }

    @Override
    public void close() {
        sns.close();
        lab.close();
    }
}
