package org.labjanitor.buckets.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFindingsTest {
    private static final String ACCOUNT = "111122223333";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Deny','Principal':'*','Action':'s3:DeleteObject'",
                "'Effect':'Deny','Principal':'*','Action':['s3:PutObject','s3:deleteobjectversion']",
                "'Effect':'Deny','Principal':{'AWS':'*'},'Action':'s3:DeleteBucket'",
                "'Effect':'Deny','Principal':'*','Action':'s3:Delete*'",
                "'Effect':'Deny','Principal':'*','Action':'s3:*Object'",
                "'Effect':'Deny','Principal':'*','Action':'s3:DeleteObjectVersio?'",
                "'Effect':'Deny','Principal':'*','Action':'*'",
                "'Effect':'Deny','Principal':'*','NotAction':['s3:Get*','s3:List*']",
                "'Effect':'Deny','NotPrincipal':{'AWS':'arn:aws:iam::111122223333:root'},'Action':'s3:*'",
                "'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::111122223333:role/janitor'},'Action':'s3:*'",
                "'Effect':'Deny','Principal':{'AWS':['444455556666','111122223333']},'Action':'s3:*'",
                "'Effect':'Deny','Principal':{'Federated':'x'},'Action':'s3:*'",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'StringNotEquals':{'aws:SourceVpce':'vpce-1'}}",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'Null':{'aws:SecureTransport':'false'}}",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'Bool':{'aws:SecureTransport':'true'}}",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'NumericLessThan':{'s3:TlsVersion':'1.3'}}",
            })
    void aDenyThatMayConcernDeletingProtects(String statement) {
        assertThat(findings(statement))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.PROTECTED);
                    assertThat(finding.sentence()).contains("denies s3:Delete");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Deny','Principal':'*','Action':'s3:PutObject'",
                "'Effect':'Deny','Principal':'*','NotAction':'s3:Delete*'",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'Bool':{'aws:SecureTransport':'false'}}",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'Bool':{'aws:SecureTransport':false}}",
                "'Effect':'Deny','Principal':'*','Action':'s3:*','Condition':{'NumericLessThan':{'s3:TlsVersion':1.2}}",
                "'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::444455556666:root'},'Action':'s3:*'",
                "'Effect':'Deny','Principal':{'Service':'lambda.amazonaws.com'},'Action':'s3:*'",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject'",
                "'Effect':'Allow','Principal':{'AWS':'444455556666'},'Action':'s3:*'",
                "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:GetBucketAcl'",
            })
    void aStatementThatDoesNotConcernUsIsNoFinding(String statement) {
        assertThat(findings(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudtrail.amazonaws.com",
                "logging.s3.amazonaws.com",
                "delivery.logs.amazonaws.com",
                "config.amazonaws.com",
                "logdelivery.elasticloadbalancing.amazonaws.com",
                "some-new-service.amazonaws.com",
            })
    void aServiceThatMayWriteIntoItDependsOnIt(String service) {
        assertThat(
                        findings(
                                "'Effect':'Allow','Principal':{'Service':'%s'},'Action':'s3:PutObject'"
                                        .formatted(service)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.DEPENDED_ON);
                    assertThat(finding.sentence()).contains(service);
                });
    }

    @Test
    void aBucketThatOthersReplicateIntoIsDependedOn() {
        assertThat(
                        findings(
                                "'Sid':'FromParis','Effect':'Allow','Principal':{'AWS':'444455556666'},'Action':['s3:ReplicateObject','s3:ReplicateDelete']"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.DEPENDED_ON);
                    assertThat(finding.sentence()).contains("statement FromParis");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"Statement\": [1]}", "{\"Statement\": {\"Effect\": \"Dney\"}}"})
    void aPolicyThatIsNotUnderstoodIsUnreadable(String policy) {
        assertThatThrownBy(() -> PolicyDocument.parse(policy))
                .isInstanceOf(UnreadablePolicyException.class);
    }

    private static List<Finding> findings(String statement) {
        String policy =
                "{\"Version\": \"2012-10-17\", \"Statement\": {%s, \"Resource\": \"*\"}}"
                        .formatted(statement.replace('\'', '"'));
        return PolicyFindings.in(PolicyDocument.parse(policy), ACCOUNT);
    }
}
