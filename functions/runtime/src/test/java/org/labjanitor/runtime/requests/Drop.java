package org.labjanitor.runtime.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.trigger.RequestObject;
import org.labjanitor.runtime.trigger.Trigger;
import org.labjanitor.runtime.trigger.TriggerReader;
import org.labjanitor.simulator.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A request bucket in a lab whose notifications go to a function, as the deployment has it, and a
 * second notification about every key, which shows what is written where.
 */
public final class Drop implements AutoCloseable {
    public static final String BUCKET = "lab-janitor-requests";
    static final String ACCOUNT = Lab.DEFAULT_ACCOUNT;

    private static final String REGION = "us-east-1";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:janitor";
    private static final String WITNESS = FUNCTION + "-witness";

    private final List<byte[]> events = new ArrayList<>();
    private final List<String> writes = new ArrayList<>();
    private final Lab lab;
    private final S3Client person;

    /**
     * A request bucket.
     *
     * @param sweep whose requests start the function
     */
    public Drop(Lab lab, String sweep) {
        this.lab = lab;
        person =
                S3Client.builder()
                        .endpointOverride(lab.endpoint())
                        .forcePathStyle(true)
                        .region(Region.of(REGION))
                        .credentialsProvider(credentials(lab))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        person.createBucket(create -> create.bucket(BUCKET));
        lab.account(ACCOUNT).region(REGION).buckets().onEvent(this::note);
        person.putBucketNotificationConfiguration(put ->
                put.bucket(BUCKET)
                        .notificationConfiguration(all ->
                                all.lambdaFunctionConfigurations(
                                        function(FUNCTION, "requests/" + sweep + "/"),
                                        function(WITNESS, ""))));
    }

    private static LambdaFunctionConfiguration function(String arn, String prefix) {
        return LambdaFunctionConfiguration.builder()
                .id(arn)
                .lambdaFunctionArn(arn)
                .events(Event.S3_OBJECT_CREATED)
                .filter(filter ->
                        filter.key(key ->
                                key.filterRules(
                                        FilterRule.builder()
                                                .name(FilterRuleName.PREFIX)
                                                .value(prefix)
                                                .build())))
                .build();
    }

    private void note(String destination, String json) {
        byte[] event = json.getBytes(UTF_8);
        if (destination.equals(FUNCTION)) {
            events.add(event);
        } else {
            objects(event).forEach(object -> writes.add(object.key()));
        }
    }

    private static List<RequestObject> objects(byte[] event) {
        return new TriggerReader().read(event)
                        instanceof Trigger.RequestObjects(List<RequestObject> objects)
                ? objects
                : List.of();
    }

    /** Clients for the function in the same lab; whoever asks for them closes them. */
    AwsClients clients() {
        return new AwsClients(new AwsConnection(credentials(lab), REGION, lab.endpoint()));
    }

    private static StaticCredentialsProvider credentials(Lab lab) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(lab.accessKey(ACCOUNT), "secret"));
    }

    /** The same with versions of every file, as the deployment has it. */
    public Drop versioned() {
        versioning(BucketVersioningStatus.ENABLED);
        return this;
    }

    void versioning(BucketVersioningStatus status) {
        person.putBucketVersioning(put ->
                put.bucket(BUCKET)
                        .versioningConfiguration(versioning -> versioning.status(status)));
    }

    public void put(String key, String content) {
        person.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    void delete(String key) {
        person.deleteObject(delete -> delete.bucket(BUCKET).key(key));
    }

    void deleteVersion(String key, String versionId) {
        person.deleteObject(delete -> delete.bucket(BUCKET).key(key).versionId(versionId));
    }

    public Optional<String> content(String key) {
        try {
            return Optional.of(
                    person.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** What the function was told since it was last asked for, as S3 says it. */
    public List<byte[]> documents() {
        List<byte[]> told = List.copyOf(events);
        events.clear();
        return told;
    }

    /** The objects that the function was told of since it was last asked for. */
    List<RequestObject> events() {
        return documents().stream().flatMap(event -> objects(event).stream()).toList();
    }

    /** Keys of everything that was ever written. */
    List<String> everyWrite() {
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        person.close();
    }
}
