package org.labjanitor.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SdkProfilesTest {
    @Test
    void theRegionOfTheAwsCliCountsAsWell() {
        SdkProfiles profiles = new SdkProfiles(Map.of("AWS_DEFAULT_REGION", "eu-north-1"));

        // A machine that has AWS_REGION set goes by that.
        String expected = System.getenv().getOrDefault("AWS_REGION", "eu-north-1");
        assertThat(profiles.region(null)).contains(expected);
    }

    @Test
    void aProfileThatDoesNotExistHasNoRegion() {
        SdkProfiles profiles = new SdkProfiles(Map.of("AWS_DEFAULT_REGION", "eu-north-1"));

        assertThat(profiles.region("no-such-profile-of-anyone")).isEmpty();
    }
}
