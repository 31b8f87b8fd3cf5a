package org.labjanitor.simulator.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.simulator.s3.S3Refusals.refusal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.simulator.Lab;
import org.labjanitor.simulator.LabClients;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

class PolicyTest {
    private static final String NAME = "guarded";
    private static final String OTHER = "444455556666";
    private final Lab lab = Lab.builder().accounts(Lab.DEFAULT_ACCOUNT, OTHER).start();
    private final S3Client s3 = LabClients.s3(lab);
    private final S3Client stranger = LabClients.s3(lab, "us-east-1", OTHER);
    private final ThrowingCallable delete = () -> s3.deleteBucket(r -> r.bucket(NAME));
    private final ThrowingCallable look = () -> stranger.getBucketTagging(r -> r.bucket(NAME));

    @BeforeEach
    void create() {
        lab.account(Lab.DEFAULT_ACCOUNT).region("us-east-1").buckets().create(NAME);
    }

    @AfterEach
    void close() {
        List.of(s3, stranger).forEach(S3Client::close);
        lab.close();
    }

    private void put(String policy) {
        s3.putBucketPolicy(r -> r.bucket(NAME).policy(policy));
    }

    private void putStatement(String effect, String principal, String rest) {
        put(
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "%s", "Principal": %s, "Resource": "arn:aws:s3:::guarded", %s}]}
                """
                        .formatted(effect, principal, rest));
    }

    @Test
    void aPolicyComesBackAsItWasPut() {
        assertThat(refusal(() -> s3.getBucketPolicy(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchBucketPolicy 404");
        putStatement("Deny", "\"*\"", "\"Action\": \"s3:DeleteBucket\"");
        assertThat(s3.getBucketPolicy(r -> r.bucket(NAME)).policy())
                .startsWith("{\"Version\": \"2012-10-17\"")
                .contains("\"Action\": \"s3:DeleteBucket\"");
        assertThat(s3.getBucketPolicyStatus(r -> r.bucket(NAME)).policyStatus().isPublic())
                .isFalse();
        s3.deleteBucketPolicy(r -> r.bucket(NAME));
        assertThat(refusal(() -> s3.getBucketPolicy(r -> r.bucket(NAME))))
                .isEqualTo("NoSuchBucketPolicy 404");
    }

    @Test
    void aDenyBindsTheOwnerButNeverLocksThePolicyItself() {
        putStatement("Deny", "\"*\"", "\"Action\": \"s3:*\"");
        assertThat(refusal(delete)).isEqualTo("AccessDenied 403");
        s3.getBucketPolicy(r -> r.bucket(NAME));
        s3.deleteBucketPolicy(r -> r.bucket(NAME));
        s3.deleteBucket(r -> r.bucket(NAME));
    }

    @Test
    void aNotActionDeniesEverythingElse() {
        putStatement("Deny", "\"*\"", "\"NotAction\": [\"s3:Get*\", \"s3:DeleteBucket\"]");
        assertThat(refusal(() -> s3.headBucket(r -> r.bucket(NAME)))).endsWith("403");
        s3.getBucketLocation(r -> r.bucket(NAME));
        s3.deleteBucket(r -> r.bucket(NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"*\"",
                "{\"AWS\": \"*\"}",
                "{\"AWS\": \"444455556666\"}",
                "{\"AWS\": [\"arn:aws:iam::444455556666:root\"]}",
                "{\"AWS\": \"arn:aws:iam::444455556666:user/lab\"}"
            })
    void anotherAccountComesInWhereAPolicyAllowsIt(String principal) {
        assertThat(refusal(look)).isEqualTo("AccessDenied 403");
        putStatement("Allow", principal, "\"Action\": \"s3:GetBucketTagging\"");
        assertThat(refusal(look)).isEqualTo("NoSuchTagSet 404");
        assertThat(refusal(() -> stranger.deleteBucket(r -> r.bucket(NAME))))
                .isEqualTo("AccessDenied 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Service\": \"logging.s3.amazonaws.com\"}",
                "{\"AWS\": \"arn:aws:iam::444455556666:user/somebody\"}"
            })
    void whoIsNotNamedStaysOut(String principal) {
        putStatement("Allow", principal, "\"Action\": \"s3:GetBucketTagging\"");
        assertThat(refusal(look)).isEqualTo("AccessDenied 403");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "StringEquals,   aws:PrincipalAccount, 111122223333, true",
                "StringNotEquals,aws:PrincipalAccount, 111122223333, false",
                "StringLike,     aws:PrincipalArn, *:user/l?b, true",
                "StringNotLike,  aws:PrincipalArn, *:user/l?b, false",
                "ArnEquals,      aws:PrincipalArn, arn:aws:iam::111122223333:user/lab, true",
                "ArnLike,        aws:PrincipalArn, arn:aws:iam::*:user/other, false",
                "ArnNotLike,     aws:PrincipalArn, arn:aws:iam::*:user/other, true",
                "Bool,           aws:SecureTransport, false, false",
                "Bool,           aws:SecureTransport, true, true",
                "StringEquals,   s3:prefix, home/, false",
                "StringNotEquals,s3:prefix, home/, true"
            })
    void aConditionDecidesWhetherAStatementHolds(
            String operator, String key, String value, boolean denied) {
        putStatement(
                "Deny",
                "\"*\"",
                "\"Action\": \"s3:DeleteBucket\", \"Condition\": {\"%s\": {\"%s\": \"%s\"}}"
                        .formatted(operator, key, value));
        if (denied) {
            assertThat(refusal(delete)).isEqualTo("AccessDenied 403");
        } else {
            s3.deleteBucket(r -> r.bucket(NAME));
        }
    }

    @Test
    void whatThePolicyMeansButTheLabCannotJudgeIsRefused() {
        assertThat(
                        refusal(() ->
                                putStatement(
                                        "Deny",
                                        "\"*\"",
                                        "\"Action\": \"s3:*\", \"Condition\": {\"StringEquals\": {\"aws:SourceVpc\": \"v\"}}")))
                .isEqualTo("NotSimulated 400");
        assertThat(
                        refusal(() ->
                                putStatement(
                                        "Deny",
                                        "\"*\"",
                                        "\"Action\": \"s3:*\", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"v\"}}")))
                .isEqualTo("NotSimulated 400");
        putStatement(
                "Allow",
                "{\"Service\": \"cloudtrail.amazonaws.com\"}",
                "\"Action\": \"s3:GetBucketAcl\", \"Condition\": {\"StringEquals\": {\"aws:SourceArn\": \"trail\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"Version\": \"2012-10-17\", \"Statement\": []}",
                "{\"Version\": \"2020-01-01\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::guarded\"}]}",
                "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::other\"}}",
                "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"ec2:*\", \"Resource\": \"arn:aws:s3:::guarded\"}}",
                "{\"Statement\": {\"Effect\": \"Maybe\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::guarded\"}}",
                "{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Resource\": \"arn:aws:s3:::guarded\"}}",
                "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::guarded\"}}"
            })
    void aMalformedPolicyIsRefused(String policy) {
        assertThat(refusal(() -> put(policy))).isEqualTo("MalformedPolicy 400");
    }

    private String deleteKeys(String... keys) {
        return s3
                .deleteObjects(r ->
                        r.bucket(NAME)
                                .delete(d ->
                                        d.objects(
                                                Arrays.stream(keys)
                                                        .map(key ->
                                                                ObjectIdentifier.builder()
                                                                        .key(key)
                                                                        .build())
                                                        .toList())))
                .errors()
                .stream()
                .map(error -> error.key() + " " + error.code())
                .collect(Collectors.joining(", "));
    }

    private void denyDeleting(String element, String resource) {
        put(
                """
                {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject*",
                  "%s": "arn:aws:s3:::guarded%s"}]}
                """
                        .formatted(element, resource));
    }

    @Test
    void aDenyOfSomeKeysLeavesTheOthers() {
        denyDeleting("Resource", "/keep/*");
        assertThat(deleteKeys("keep/a", "go/b")).isEqualTo("keep/a AccessDenied");
        denyDeleting("NotResource", "/go/*");
        assertThat(deleteKeys("keep/a", "go/b")).isEqualTo("keep/a AccessDenied");
    }

    @Test
    void aDenyOfEveryKeyRefusesTheWholeCall() {
        denyDeleting("Resource", "/*");
        assertThat(refusal(() -> deleteKeys("a"))).isEqualTo("AccessDenied 403");
        assertThat(refusal(() -> s3.deleteObject(r -> r.bucket(NAME).key("a"))))
                .isEqualTo("AccessDenied 403");
        denyDeleting("Resource", "");
        assertThat(deleteKeys("a")).isEmpty();
    }

    @Test
    void aDenyOfAPrefixBindsOnlyListsOfIt() {
        putStatement(
                "Deny",
                "\"*\"",
                "\"Action\": \"s3:ListBucket\", \"Condition\": {\"StringLike\": {\"s3:prefix\": \"secret/*\"}}");
        s3.listObjectsV2(r -> r.bucket(NAME).prefix("open/"));
        assertThat(refusal(() -> s3.listObjectsV2(r -> r.bucket(NAME).prefix("secret/a"))))
                .isEqualTo("AccessDenied 403");
    }
}
