package org.labjanitor.simulator.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labjanitor.simulator.s3.S3Refusals.exception;
import static org.labjanitor.simulator.s3.S3Refusals.header;
import static org.labjanitor.simulator.s3.S3Refusals.refusal;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import org.labjanitor.simulator.service.RecordedCall;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketNamespace;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

class BucketsTest {
    private static final String OTHER = "444455556666";
    private final Lab lab = Lab.builder().accounts(Lab.DEFAULT_ACCOUNT, OTHER).start();
    private final S3Client s3 = LabClients.s3(lab);
    private final S3Client ireland = LabClients.s3(lab, "eu-west-1");
    private final S3Client stranger = LabClients.s3(lab, "us-east-1", OTHER);

    @AfterEach
    void close() {
        List.of(s3, ireland, stranger).forEach(S3Client::close);
        lab.close();
    }

    private static CreateBucketRequest request(String name, String constraint) {
        return CreateBucketRequest.builder()
                .bucket(name)
                .createBucketConfiguration(c -> c.locationConstraint(constraint))
                .build();
    }

    @Test
    void aBucketIsWhereItsConstraintSays() {
        s3.createBucket(r -> r.bucket("here"));
        s3.createBucket(request("there", "us-west-2"));
        ireland.createBucket(request("old-name", "EU"));
        assertThat(s3.getBucketLocation(r -> r.bucket("here")).locationConstraintAsString())
                .isNullOrEmpty();
        assertThat(
                        ireland.getBucketLocation(r -> r.bucket("old-name"))
                                .locationConstraintAsString())
                .isEqualTo("eu-west-1");
        assertThat(lab.account(Lab.DEFAULT_ACCOUNT).region("us-west-2").buckets().names())
                .containsExactly("there");
        assertThat(refusal(() -> ireland.createBucket(request("nowhere", "us-west-2"))))
                .isEqualTo("IllegalLocationConstraintException 400");
        assertThat(refusal(() -> s3.createBucket(request("nowhere", "us-east-1"))))
                .isEqualTo("InvalidLocationConstraint 400");
        assertThat(refusal(() -> s3.createBucket(request("nowhere", "mars-1"))))
                .isEqualTo("InvalidLocationConstraint 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "Capital",
                "under_score",
                "-dash",
                "dot.",
                "two..dots",
                "192.168.5.4",
                "xn--name",
                "name-s3alias",
                "name--x-s3"
            })
    void aNameThatS3ForbidsIsRefused(String name) {
        assertThatThrownBy(() -> BucketNames.require(name))
                .hasMessage("The specified bucket is not valid.");
    }

    @Test
    void aForbiddenNameHasItsOwnError() {
        assertThat(refusal(() -> s3.createBucket(r -> r.bucket("lab-s3alias"))))
                .isEqualTo("InvalidBucketName 400");
    }

    @Test
    void aNameBelongsToOneAccountOnly() {
        s3.createBucket(r -> r.bucket("mine"));
        s3.createBucket(r -> r.bucket("mine"));
        ireland.createBucket(request("mine-too", "eu-west-1"));
        assertThat(refusal(() -> ireland.createBucket(request("mine-too", "eu-west-1"))))
                .isEqualTo("BucketAlreadyOwnedByYou 409");
        assertThat(refusal(() -> stranger.createBucket(r -> r.bucket("mine"))))
                .isEqualTo("BucketAlreadyExists 409");
        assertThat(stranger.listBuckets().buckets()).isEmpty();
        s3.deleteBucket(r -> r.bucket("mine"));
        stranger.createBucket(r -> r.bucket("mine"));
    }

    @Test
    void aNameOfTheAccountsOwnNamespaceEndsWithAccountAndRegion() {
        s3.createBucket(r ->
                r.bucket("lab-111122223333-us-east-1-an")
                        .bucketNamespace(BucketNamespace.ACCOUNT_REGIONAL));
        assertThat(
                        refusal(() ->
                                s3.createBucket(r ->
                                        r.bucket("lab-444455556666-us-east-1-an")
                                                .bucketNamespace(
                                                        BucketNamespace.ACCOUNT_REGIONAL))))
                .isEqualTo("InvalidBucketName 400");
    }

    @Test
    void aDenialMayHoldInOneRegionOnly() {
        ireland.createBucket(request("irish", "eu-west-1"));
        s3.createBucket(r -> r.bucket("american"));
        lab.account(Lab.DEFAULT_ACCOUNT).deny("s3:DeleteBucket", "eu-west-1");
        assertThat(refusal(() -> ireland.deleteBucket(r -> r.bucket("irish"))))
                .isEqualTo("AccessDenied 403");
        s3.deleteBucket(r -> r.bucket("american"));
    }

    @Test
    void aBucketWithObjectLockIsVersioned() {
        s3.createBucket(r -> r.bucket("locked").objectLockEnabledForBucket(true));
        assertThat(s3.getBucketVersioning(r -> r.bucket("locked")).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        assertThat(
                        s3.getObjectLockConfiguration(r -> r.bucket("locked"))
                                .objectLockConfiguration()
                                .objectLockEnabledAsString())
                .isEqualTo("Enabled");
    }

    @Test
    void aBucketCanBeTaggedWhenItIsCreated() {
        s3.createBucket(
                CreateBucketRequest.builder()
                        .bucket("tagged")
                        .createBucketConfiguration(
                                c -> c.tags(Tag.builder().key("lab").value("<a> & ä").build()))
                        .build());
        assertThat(s3.getBucketTagging(r -> r.bucket("tagged")).tagSet())
                .containsExactly(Tag.builder().key("lab").value("<a> & ä").build());
    }

    @Test
    void aDeletedBucketIsGone() {
        s3.createBucket(r -> r.bucket("gone"));
        assertThat(s3.deleteBucket(r -> r.bucket("gone")).sdkHttpResponse().statusCode())
                .isEqualTo(204);
        assertThat(refusal(() -> s3.deleteBucket(r -> r.bucket("gone"))))
                .isEqualTo("NoSuchBucket 404");
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void aBucketWithAnythingInItStays() {
        s3.createBucket(r -> r.bucket("full"));
        s3.putObject(r -> r.bucket("full").key("a"), RequestBody.fromString("hello"));
        assertThat(refusal(() -> s3.deleteBucket(r -> r.bucket("full"))))
                .isEqualTo("BucketNotEmpty 409");
        s3.deleteObject(r -> r.bucket("full").key("a"));
        s3.deleteBucket(r -> r.bucket("full"));
    }

    @Test
    void aDeletedBucketMayStayInTheListForAWhile() {
        lab.account(Lab.DEFAULT_ACCOUNT)
                .region("us-east-1")
                .buckets()
                .listAfterDeletion(Duration.ofMinutes(10));
        s3.createBucket(r -> r.bucket("lingering"));
        s3.deleteBucket(r -> r.bucket("lingering"));
        assertThat(names(s3.listBuckets())).containsExactly("lingering");
        assertThat(refusal(() -> s3.headBucket(r -> r.bucket("lingering")))).endsWith("404");
        lab.clock().advance(Duration.ofMinutes(10));
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    @Test
    void aBucketAnswersInItsOwnRegionOnly() {
        ireland.createBucket(request("irish", "eu-west-1"));
        S3Exception redirected = exception(() -> s3.getBucketTagging(r -> r.bucket("irish")));
        assertThat(redirected.awsErrorDetails().errorCode()).isEqualTo("PermanentRedirect");
        assertThat(redirected.statusCode()).isEqualTo(301);
        assertThat(header(redirected, "x-amz-bucket-region")).isEqualTo("eu-west-1");
        try (S3Client oregon = LabClients.s3(lab, "us-west-2")) {
            S3Exception malformed =
                    exception(() -> oregon.getBucketTagging(r -> r.bucket("irish")));
            assertThat(malformed.awsErrorDetails().errorCode())
                    .isEqualTo("AuthorizationHeaderMalformed");
            assertThat(malformed.awsErrorDetails().errorMessage())
                    .contains("expecting 'eu-west-1'");
        }
    }

    @Test
    void headTellsTheRegionWhateverItRefuses() {
        ireland.createBucket(request("irish", "eu-west-1"));
        s3.createBucket(r -> r.bucket("american"));
        HeadBucketResponse head = ireland.headBucket(r -> r.bucket("irish"));
        assertThat(head.bucketRegion()).isEqualTo("eu-west-1");
        S3Exception redirected = exception(() -> s3.headBucket(r -> r.bucket("irish")));
        assertThat(redirected.statusCode()).isEqualTo(301);
        assertThat(header(redirected, "x-amz-bucket-region")).isEqualTo("eu-west-1");
        S3Exception denied = exception(() -> stranger.headBucket(r -> r.bucket("american")));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(header(denied, "x-amz-bucket-region")).isEqualTo("us-east-1");
        S3Exception missing = exception(() -> s3.headBucket(r -> r.bucket("nowhere")));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(header(missing, "x-amz-bucket-region")).isEmpty();
    }

    @Test
    void theExpectedOwnerMustBeTheOwner() {
        s3.createBucket(r -> r.bucket("mine"));
        s3.headBucket(r -> r.bucket("mine").expectedBucketOwner(Lab.DEFAULT_ACCOUNT));
        assertThat(refusal(() -> s3.deleteBucket(r -> r.bucket("mine").expectedBucketOwner(OTHER))))
                .isEqualTo("AccessDenied 403");
        assertThat(refusal(() -> s3.deleteBucket(r -> r.bucket("mine").expectedBucketOwner("me"))))
                .isEqualTo("InvalidArgument 400");
        assertThat(names(s3.listBuckets())).containsExactly("mine");
    }

    @Test
    void theListComesInPages() {
        List.of("lab-c", "lab-a", "other", "lab-b")
                .forEach(name -> s3.createBucket(r -> r.bucket(name)));
        ListBucketsResponse first = s3.listBuckets(r -> r.maxBuckets(2).prefix("lab-"));
        assertThat(names(first)).containsExactly("lab-a", "lab-b");
        ListBucketsResponse second =
                s3.listBuckets(r ->
                        r.maxBuckets(2)
                                .prefix("lab-")
                                .continuationToken(first.continuationToken()));
        assertThat(names(second)).containsExactly("lab-c");
        assertThat(second.continuationToken()).isNull();
        assertThat(refusal(() -> s3.listBuckets(r -> r.maxBuckets(10_001))))
                .isEqualTo("InvalidArgument 400");
        assertThat(refusal(() -> s3.listBuckets(r -> r.maxBuckets(0))))
                .isEqualTo("InvalidArgument 400");
    }

    @Test
    void theRegionIsListedOnlyForARequestWithAParameter() {
        s3.createBucket(r -> r.bucket("here"));
        s3.createBucket(request("there", "us-west-2"));
        assertThat(s3.listBuckets().buckets()).allMatch(bucket -> bucket.bucketRegion() == null);
        assertThat(s3.listBuckets(r -> r.maxBuckets(100)).buckets())
                .extracting(software.amazon.awssdk.services.s3.model.Bucket::bucketRegion)
                .containsExactly("us-east-1", "us-west-2");
        assertThat(names(s3.listBuckets(r -> r.bucketRegion("us-east-1")))).containsExactly("here");
        assertThat(refusal(() -> s3.listBuckets(r -> r.bucketRegion("us-west-2"))))
                .isEqualTo("InvalidArgument 400");
    }

    @Test
    void onlyTheFirstRegionKnowsTheTrueDate() {
        var created = lab.clock().now();
        s3.createBucket(r -> r.bucket("dated"));
        lab.clock().advance(Duration.ofDays(3));
        s3.putBucketTagging(r ->
                r.bucket("dated")
                        .tagging(t -> t.tagSet(Tag.builder().key("a").value("b").build())));
        assertThat(s3.listBuckets().buckets().getFirst().creationDate()).isEqualTo(created);
        assertThat(ireland.listBuckets().buckets().getFirst().creationDate())
                .isEqualTo(created.plus(Duration.ofDays(3)));
    }

    @Test
    void whatAnAccountMayNotDoIsDenied() {
        s3.createBucket(r -> r.bucket("mine"));
        lab.account(Lab.DEFAULT_ACCOUNT).deny("s3:GetBucketTagging");
        assertThat(refusal(() -> s3.getBucketTagging(r -> r.bucket("mine"))))
                .isEqualTo("AccessDenied 403");
        lab.account(Lab.DEFAULT_ACCOUNT).deny("s3:ListAllMyBuckets");
        assertThat(refusal(s3::listBuckets)).isEqualTo("AccessDenied 403");
        lab.account(Lab.DEFAULT_ACCOUNT).deny("s3:List*");
        assertThat(refusal(() -> s3.headBucket(r -> r.bucket("mine")))).endsWith("403");
        lab.account(Lab.DEFAULT_ACCOUNT).allow("s3:List*");
        s3.headBucket(r -> r.bucket("mine"));
    }

    @Test
    void theLogTellsReadersFromWriters() {
        s3.createBucket(r -> r.bucket("mine"));
        s3.headBucket(r -> r.bucket("mine"));
        s3.listBuckets();
        s3.getBucketLocation(r -> r.bucket("mine"));
        s3.deleteBucket(r -> r.bucket("mine"));
        assertThat(lab.calls().mutations())
                .extracting(RecordedCall::operation)
                .containsExactly("CreateBucket", "DeleteBucket");
    }

    private static List<String> names(ListBucketsResponse response) {
        return response.buckets().stream()
                .map(software.amazon.awssdk.services.s3.model.Bucket::name)
                .toList();
    }
}
