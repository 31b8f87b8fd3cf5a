package org.labjanitor.core.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeFeaturesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p2.xlarge", "p5en.48xlarge", "g4dn.xlarge", "g5g.xlarge", "gr6.4xlarge",
                "inf2.xlarge", "trn1.2xlarge", "dl1.24xlarge", "vt1.3xlarge", "f2.6xlarge"
            })
    void aFamilyWithAnAcceleratorIsOne(String type) {
        assertThat(TypeFeatures.isAccelerated(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t4g.micro", "m6g.large", "t3.micro", "c7gn.xlarge", "x2gd.large", "im4gn.large",
                "hpc7g.4xlarge", "d3.xlarge", "i4i.large", "u-6tb1.metal", "", "mac2.metal"
            })
    void aFamilyThatOnlyLooksLikeOneIsNot(String type) {
        assertThat(TypeFeatures.isAccelerated(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p2.xlarge", "p5en.48xlarge", "g4dn.xlarge", "g5g.xlarge", "gr6.4xlarge"})
    void anNvidiaGpuIsKnownByItsFamily(String type) {
        assertThat(TypeFeatures.hasNvidiaGpu(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"g4ad.xlarge", "inf2.xlarge", "trn1.2xlarge", "f2.6xlarge", "m7g.large", ""})
    void anotherAcceleratorIsNoNvidiaGpu(String type) {
        assertThat(TypeFeatures.hasNvidiaGpu(type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t2.nano", "t3.micro", "t3a.large", "t4g.2xlarge"})
    void aBurstableTypeSpendsCredits(String type) {
        assertThat(TypeFeatures.isBurstable(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t1.micro", "trn1.2xlarge", "m7i.large", "t3", ""})
    void anyOtherTypeDoesNot(String type) {
        assertThat(TypeFeatures.isBurstable(type)).isFalse();
    }
}
