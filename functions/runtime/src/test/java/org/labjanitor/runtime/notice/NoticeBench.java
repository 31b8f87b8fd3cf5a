package org.labjanitor.runtime.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.sns.LabSubscription;
import org.labjanitor.simulator.sns.LabTopic;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A lab whose topic is in another Region than the function. */
final class NoticeBench implements AutoCloseable {
    final Lab lab = Lab.start();
    final LabTopic topic =
            lab.account(Lab.DEFAULT_ACCOUNT).region("eu-west-1").topics().create("janitor");
    final AwsClients clients =
            new AwsClients(
                    new AwsConnection(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create(
                                            lab.accessKey(Lab.DEFAULT_ACCOUNT), "secret")),
                            "us-east-1",
                            lab.endpoint()));
    final Settings settings =
            Settings.from(Map.of("JANITOR_TOPIC_ARN", topic.arn(), "JANITOR_ADMIN", "the-admin"));
    final Notices notices = new Notices(clients, settings, lab.clock());

    Instant tomorrow() {
        return lab.clock().instant().plus(Duration.ofHours(24));
    }

    /** Somebody who gets what the attribute {@code owner} says is theirs. */
    LabSubscription subscriber(String owner) {
        return topic.subscribe("someone@example.org", "{\"owner\": [\"%s\"]}".formatted(owner));
    }

    @Override
    public void close() {
        clients.close();
        lab.close();
    }
}
