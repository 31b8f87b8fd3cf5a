package org.labjanitor.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.labjanitor.simulator.http.HttpAnswer;
import org.labjanitor.simulator.http.HttpCall;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TargetGrant;
import software.amazon.awssdk.services.s3.model.Type;

class RestXmlProtocolTest {
    private final RestXmlProtocol protocol =
            new RestXmlProtocol(
                    "urn:s3",
                    new RestRoutes(
                            List.of(
                                    RestRoute.of("GetTags", "GET /{Bucket}?tagging")
                                            .root("Tagging"),
                                    RestRoute.of("GetLocation", "GET /{Bucket}?location")
                                            .root("LocationConstraint"),
                                    RestRoute.of("GetPolicy", "GET /{Bucket}?policy"),
                                    RestRoute.of("GetAnything", "GET /{Bucket}"),
                                    RestRoute.of("Head", "HEAD /{Bucket}/{Key+}")),
                            Set.of("tagging", "location", "policy")));

    private static HttpCall put(String path, String query, String body) {
        return new HttpCall(
                "PUT",
                path,
                query,
                Map.of(
                        "x-amz-meta-colour", List.of("blue"),
                        "x-amz-tagging", List.of("a=b"),
                        "x-amz-object-lock-retain-until-date", List.of("2027-01-01T00:00:00Z"),
                        "expires", List.of("Fri, 01 Jan 2027 00:00:00 GMT")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private PutBucketTaggingRequest tagging(String body) {
        return (PutBucketTaggingRequest)
                protocol.read(put("/lab", "tagging", body), PutBucketTaggingRequest.builder());
    }

    private String body(String operation, SdkPojo response) {
        return new String(protocol.write(operation, response, "r").body(), StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentFillsTheMemberThatIsTheBody() {
        PutBucketTaggingRequest request =
                tagging(
                        "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>"
                                + "<Tag><Key>a &amp; b</Key><Value/></Tag></TagSet></Tagging>");
        assertThat(request.bucket()).isEqualTo("lab");
        assertThat(request.tagging().tagSet())
                .containsExactly(Tag.builder().key("a & b").value("").build());
    }

    @Test
    void flattenedListsAndAttributesAreRead() {
        PutBucketLifecycleConfigurationRequest lifecycle =
                (PutBucketLifecycleConfigurationRequest)
                        protocol.read(
                                put(
                                        "/lab",
                                        "lifecycle",
                                        "<LifecycleConfiguration><Rule><Status>Enabled</Status></Rule>"
                                                + "<Rule><Status>Disabled</Status></Rule></LifecycleConfiguration>"),
                                PutBucketLifecycleConfigurationRequest.builder());
        assertThat(lifecycle.lifecycleConfiguration().rules()).hasSize(2);
        PutBucketLoggingRequest logging =
                (PutBucketLoggingRequest)
                        protocol.read(
                                put(
                                        "/lab",
                                        "logging",
                                        "<BucketLoggingStatus xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                                                + "<LoggingEnabled><TargetBucket>b</TargetBucket><TargetPrefix/><TargetGrants><Grant>"
                                                + "<Grantee xsi:type=\"Group\"><URI>u</URI></Grantee></Grant></TargetGrants>"
                                                + "</LoggingEnabled></BucketLoggingStatus>"),
                                PutBucketLoggingRequest.builder());
        assertThat(
                        logging.bucketLoggingStatus()
                                .loggingEnabled()
                                .targetGrants()
                                .getFirst()
                                .grantee()
                                .type())
                .isEqualTo(Type.GROUP);
    }

    @Test
    void headersAndQueryFillTheirMembers() {
        PutObjectRequest put =
                (PutObjectRequest)
                        protocol.read(put("/lab/a//b%20+c", "", ""), PutObjectRequest.builder());
        assertThat(put.key()).isEqualTo("a//b +c");
        assertThat(put.metadata()).containsEntry("colour", "blue");
        assertThat(put.expires()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(put.objectLockRetainUntilDate())
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        ListBucketsRequest list =
                (ListBucketsRequest)
                        protocol.read(
                                put("/", "max-buckets=7&prefix=a+b%2B", ""),
                                ListBucketsRequest.builder());
        assertThat(list.maxBuckets()).isEqualTo(7);
        assertThat(list.prefix()).isEqualTo("a b+");
    }

    @Test
    void whatDoesNotFitTheTypeIsRefused() {
        List.of(
                        "<Tagging><TagSet/>",
                        "<Tagging/>",
                        "<Tagging><TagSet/><Milk/></Tagging>",
                        "<Tagging><TagSet/><TagSet/></Tagging>",
                        "<Tagging><TagSet><Tag><Key>a</Key></Tag></TagSet></Tagging>",
                        "<!DOCTYPE a [<!ENTITY b \"c\">]><Tagging><TagSet/></Tagging>")
                .forEach(document ->
                        assertThatThrownBy(() -> tagging(document))
                                .as(document)
                                .isInstanceOfSatisfying(
                                        AwsError.class,
                                        e -> assertThat(e.code()).isEqualTo("MalformedXML")));
        assertThatThrownBy(() -> tagging("")).hasMessageContaining("Request Body is empty");
        assertThatThrownBy(() ->
                        protocol.read(
                                put("/", "max-buckets=many", ""), ListBucketsRequest.builder()))
                .hasMessageContaining("max-buckets")
                .hasMessageContaining("many");
    }

    @Test
    void anAnswerHasItsRootAndNamespace() {
        assertThat(
                        body(
                                "GetTags",
                                GetBucketTaggingResponse.builder()
                                        .tagSet(Tag.builder().key("<a>").value("b").build())
                                        .build()))
                .endsWith(
                        "<Tagging xmlns=\"urn:s3\"><TagSet><Tag><Key>&lt;a&gt;</Key><Value>b</Value></Tag></TagSet></Tagging>");
        assertThat(
                        body(
                                "GetAnything",
                                GetBucketLifecycleConfigurationResponse.builder()
                                        .rules(
                                                LifecycleRule.builder().id("1").build(),
                                                LifecycleRule.builder().id("2").build())
                                        .build()))
                .endsWith(
                        "<GetAnythingResult xmlns=\"urn:s3\"><Rule><ID>1</ID></Rule><Rule><ID>2</ID></Rule></GetAnythingResult>");
        assertThat(
                        body(
                                "GetAnything",
                                GetObjectRetentionResponse.builder()
                                        .retention(retention ->
                                                retention
                                                        .mode(ObjectLockRetentionMode.COMPLIANCE)
                                                        .retainUntilDate(
                                                                Instant.parse(
                                                                        "2027-01-01T00:00:00Z")))
                                        .build()))
                .endsWith(
                        "<Retention xmlns=\"urn:s3\"><Mode>COMPLIANCE</Mode><RetainUntilDate>2027-01-01T00:00:00.000Z</RetainUntilDate></Retention>");
    }

    @Test
    void aBodyOfOneTextIsXmlOnlyWhereItHasARoot() {
        assertThat(
                        body(
                                "GetLocation",
                                GetBucketLocationResponse.builder()
                                        .locationConstraint("eu-west-1")
                                        .build()))
                .endsWith("<LocationConstraint xmlns=\"urn:s3\">eu-west-1</LocationConstraint>");
        assertThat(body("GetLocation", GetBucketLocationResponse.builder().build()))
                .endsWith("<LocationConstraint xmlns=\"urn:s3\"></LocationConstraint>");
        assertThat(body("GetPolicy", GetBucketPolicyResponse.builder().policy("{}").build()))
                .isEqualTo("{}");
    }

    @Test
    void aGranteeTellsItsTypeInAnAttribute() {
        String document =
                body(
                        "GetAnything",
                        GetBucketLoggingResponse.builder()
                                .loggingEnabled(logging ->
                                        logging.targetBucket("b")
                                                .targetGrants(
                                                        TargetGrant.builder()
                                                                .grantee(grantee ->
                                                                        grantee.type(Type.GROUP)
                                                                                .uri("u"))
                                                                .build()))
                                .build());
        assertThat(document)
                .contains("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
                .contains("xsi:type=\"Group\"")
                .doesNotContain("<xsi:type>");
    }

    @Test
    void headersCarryTheirMembersAndHeadHasNoBody() {
        HttpAnswer answer =
                protocol.write(
                        "Head",
                        HeadObjectResponse.builder()
                                .contentLength(5L)
                                .lastModified(Instant.parse("2026-11-20T10:00:00Z"))
                                .metadata(Map.of("colour", "blue"))
                                .build(),
                        "request-1");
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers())
                .containsEntry("Content-Length", "5")
                .containsEntry("Last-Modified", "Fri, 20 Nov 2026 10:00:00 GMT")
                .containsEntry("x-amz-meta-colour", "blue")
                .containsEntry("x-amz-request-id", "request-1")
                .containsKey("x-amz-id-2");
    }

    @Test
    void anErrorTellsWhatItIsAbout() {
        HttpAnswer answer =
                protocol.writeError(
                        new AwsError("NoSuchBucket", "none & nowhere", 404)
                                .withDetail("BucketName", "lab")
                                .withHeader("x-amz-bucket-region", "eu-west-1"),
                        "request-1");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("x-amz-bucket-region", "eu-west-1");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains(
                        "<Error><Code>NoSuchBucket</Code><Message>none &amp; nowhere</Message><BucketName>lab</BucketName><RequestId>request-1</RequestId><HostId>");
    }
}
