package org.labjanitor.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

class AwsConnectionTest {
    @Test
    void isAwsItselfUnlessAnEndpointIsNamed() {
        assertThat(AwsConnection.fromEnvironment(Map.of("AWS_REGION", "eu-west-1")).endpoint())
                .isNull();
        assertThat(
                        AwsConnection.fromEnvironment(
                                        Map.of(
                                                "AWS_REGION",
                                                "eu-west-1",
                                                "AWS_ENDPOINT_URL",
                                                "http://127.0.0.1:4566"))
                                .endpoint())
                .isEqualTo(URI.create("http://127.0.0.1:4566"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "http:// x", "4566"})
    void namesAnEndpointThatIsNoUrl(String url) {
        assertThatThrownBy(() ->
                        AwsConnection.fromEnvironment(
                                Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL is \"" + url);
    }

    @Test
    void signsWithTheKeysInTheEnvironmentIncludingTheirToken() {
        AwsCredentials credentials =
                AwsConnection.fromEnvironment(
                                Map.of(
                                        "AWS_REGION",
                                        "eu-west-1",
                                        "AWS_ACCESS_KEY_ID",
                                        "ASIAEXAMPLE",
                                        "AWS_SECRET_ACCESS_KEY",
                                        "secret",
                                        "AWS_SESSION_TOKEN",
                                        "token"))
                        .credentials()
                        .resolveCredentials();

        assertThat(credentials)
                .isEqualTo(AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "token"));
    }

    @Test
    void looksInTheUsualPlacesWhereTheEnvironmentHasNoKeys() {
        assertThat(AwsConnection.fromEnvironment(Map.of("AWS_REGION", "eu-west-1")).credentials())
                .isInstanceOf(DefaultCredentialsProvider.class);
    }

    @Test
    void needsARegion() {
        assertThatThrownBy(() -> AwsConnection.fromEnvironment(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_REGION is not set");
    }
}
