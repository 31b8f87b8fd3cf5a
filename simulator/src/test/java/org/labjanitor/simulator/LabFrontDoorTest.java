package org.labjanitor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class LabFrontDoorTest {
    private static final String OTHER = "444455556666";

    /**
     * EC2 answers AuthFailure with status 401, whose body {@code HttpURLConnection} withholds from
     * a client that streams its request: the SDK sees the status and no code.
     */
    private static final String AUTH_FAILURE_AS_SEEN = "null 401";

    private final Lab lab = Lab.builder().accounts(Lab.DEFAULT_ACCOUNT, OTHER).start();
    private final RawCalls raw = new RawCalls(lab);

    @AfterEach
    void close() {
        raw.close();
        lab.close();
    }

    private static String failure(ThrowingCallable call) {
        AwsServiceException error = catchThrowableOfType(AwsServiceException.class, call);
        return error.awsErrorDetails().errorCode() + " " + error.statusCode();
    }

    private void describeRegions(String region, String key) {
        try (Ec2Client ec2 = LabClients.ec2(lab, region, key)) {
            ec2.describeRegions();
        }
    }

    private GetCallerIdentityResponse identity(String key) {
        try (StsClient sts = LabClients.sts(lab, key)) {
            return sts.getCallerIdentity();
        }
    }

    @Test
    void theEnabledRegionsAreListedAndOnDemandTheOthers() {
        try (Ec2Client ec2 = LabClients.ec2(lab)) {
            assertThat(ec2.describeRegions().regions())
                    .extracting(Region::regionName)
                    .containsExactlyInAnyOrder(
                            "us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-central-1");
            assertThat(ec2.describeRegions(r -> r.allRegions(true)).regions())
                    .filteredOn(region -> region.regionName().equals("af-south-1"))
                    .extracting(Region::optInStatus)
                    .containsExactly("not-opted-in");
            lab.account(Lab.DEFAULT_ACCOUNT).optIn("af-south-1");
            assertThat(ec2.describeRegions(r -> r.regionNames("af-south-1")).regions())
                    .extracting(Region::optInStatus)
                    .containsExactly("opted-in");
        }
    }

    @Test
    void theKeyNamesTheAccount() {
        assertThat(identity(lab.accessKey(OTHER)).account()).isEqualTo(OTHER);
        assertThat(identity(OTHER).arn()).isEqualTo("arn:aws:iam::444455556666:user/lab");
        assertThat(lab.calls().count("GetCallerIdentity")).isEqualTo(2);
    }

    @Test
    void anUnknownKeyIsRefusedAsEachServiceSaysIt() throws IOException, InterruptedException {
        assertThat(failure(() -> describeRegions("us-east-1", "999900001111")))
                .isEqualTo(AUTH_FAILURE_AS_SEEN);
        assertThat(failure(() -> identity("AKIANOBODY"))).isEqualTo("InvalidClientTokenId 403");
        HttpResponse<String> onTheWire =
                raw.signed("AKIANOBODY", "ec2", "Action=DescribeRegions&Version=2016-11-15");
        assertThat(onTheWire.statusCode()).isEqualTo(401);
        assertThat(onTheWire.body()).contains("<Code>AuthFailure</Code>");
    }

    @Test
    void anExpiredKeyIsRefusedAsEachServiceSaysIt() {
        String key = lab.account(OTHER).issueKey();
        assertThat(identity(key).account()).isEqualTo(OTHER);
        lab.account(OTHER).expireKey(key);
        assertThat(failure(() -> identity(key))).isEqualTo("ExpiredToken 403");
        assertThat(failure(() -> describeRegions("us-east-1", key)))
                .isEqualTo("RequestExpired 400");
    }

    @Test
    void aDisabledRegionRefusesTheKeyUntilTheAccountOptsIn() {
        assertThat(failure(() -> describeRegions("af-south-1", OTHER)))
                .isEqualTo(AUTH_FAILURE_AS_SEEN);
        lab.account(OTHER).optIn("af-south-1");
        describeRegions("af-south-1", OTHER);
    }

    @Test
    void aRegionThatDoesNotExistFailsLoudly() {
        assertThat(failure(() -> describeRegions("eu-north-1", OTHER)))
                .isEqualTo("UnknownRegion 400");
        assertThatThrownBy(() -> lab.account(OTHER).region("mars-1"))
                .hasMessageContaining("mars-1");
    }

    @Test
    void aDeniedActionIsRefusedWhereItIsDenied() {
        lab.account(OTHER).deny("ec2:DescribeRegions", "eu-west-1");
        describeRegions("us-east-1", OTHER);
        assertThat(failure(() -> describeRegions("eu-west-1", OTHER)))
                .isEqualTo("UnauthorizedOperation 403");
        lab.account(OTHER).allow("ec2:DescribeRegions");
        describeRegions("eu-west-1", OTHER);
        lab.account(OTHER).deny("ec2:DescribeRegions");
        assertThatThrownBy(() -> describeRegions("us-east-1", OTHER))
                .hasMessageContaining(
                        "User: arn:aws:iam::444455556666:user/lab is not authorized to perform: ec2:DescribeRegions");
    }

    @Test
    void whoOneIsCannotBeDenied() {
        lab.account(OTHER).deny("sts:GetCallerIdentity");
        assertThat(identity(OTHER).account()).isEqualTo(OTHER);
    }

    @Test
    void anUnsignedCallIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> answer = raw.unsigned("Action=DescribeInstances&Version=2016-11-15");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>MissingAuthenticationToken</Code>");
        assertThat(raw.unsigned("").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNotKnownIsNamed() throws IOException, InterruptedException {
        assertThat(raw.signed("ec2", "Action=MakeCoffee&Version=2016-11-15").body())
                .contains("<Code>InvalidAction</Code>")
                .contains("MakeCoffee");
        assertThat(raw.signed("ec2", "Action=DescribeInstances&Version=2016-11-15&Milk.1=a").body())
                .contains("<Code>UnknownParameter</Code>")
                .contains("Milk.1");
        assertThat(
                        raw.signed(
                                        "ec2",
                                        "Action=DescribeInstances&Version=2016-11-15&Filter.1.Milk=a")
                                .body())
                .contains("Filter.1.Milk");
        assertThat(
                        raw.signed(
                                        "ec2",
                                        "Action=DescribeInstances&Version=2016-11-15&MaxResults=many")
                                .body())
                .contains("<Code>InvalidParameterValue</Code>");
        assertThat(raw.signed("ec2", "Action=DescribeInstances&Version=2012-01-01").body())
                .contains("NoSuchVersion");
        assertThat(raw.signed("teapot", "Action=Brew").body()).contains("teapot");
    }

    @Test
    void zippedCallsAreRead() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                raw.zipped("sts", "Action=GetCallerIdentity&Version=2011-06-15");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<GetCallerIdentityResult><UserId>")
                .contains("<Account>111122223333</Account>");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void textThatIsNoUtf8IsNotGuessedAt() throws IOException, InterruptedException {
        String form = "Action=Publish&Version=2010-03-31&Message=";
        assertThat(raw.signed("sns", form + "caf%E9").body()).contains("NotSimulated", "not UTF-8");
        assertThat(raw.signed("sns", form + "caf%EF%BF%BD").body()).doesNotContain("NotSimulated");
    }
}
