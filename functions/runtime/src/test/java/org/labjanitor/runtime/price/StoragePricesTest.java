package org.labjanitor.runtime.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

class StoragePricesTest {
    private static final long GB = 1L << 30;

    private final StoragePrices prices = StoragePrices.bundled();

    @Test
    void addsUpWhatEachStorageTypeCosts() {
        MonthlyCost cost =
                prices.monthly(
                        Map.of("StandardStorage", 100 * GB, "DeepArchiveStorage", 1_000 * GB),
                        "us-east-1");

        assertThat(cost.display()).isEqualTo("$3.29");
    }

    @Test
    void isAnEstimateInOtherRegionsAndBeyondTheFirstTier() {
        assertThat(prices.monthly(Map.of("StandardStorage", 100 * GB), "eu-west-1").display())
                .isEqualTo("about $2.30");
        assertThat(prices.monthly(Map.of("StandardStorage", 60_000 * GB), "us-east-1").display())
                .startsWith("about $1,380");
    }

    @Test
    void doesNotGuessAPriceForAStorageTypeItDoesNotKnow() {
        assertThat(prices.monthly(Map.of("TapeStorage", GB), "us-east-1"))
                .isInstanceOf(Unpriced.class);
    }

    @Test
    void knowsClassesAndShortestTimesAndItsSource() {
        assertThat(prices.storageClass("GlacierInstantRetrievalStorage")).isEqualTo("GLACIER_IR");
        assertThat(prices.leastDays("StandardIAStorage")).isEqualTo(30);
        assertThat(prices.leastDays("GlacierStorage")).isEqualTo(90);
        assertThat(prices.leastDays("DeepArchiveStorage")).isEqualTo(180);
        assertThat(prices.leastDays("StandardStorage")).isZero();
        assertThat(prices.storageTypes()).hasSize(22);
        assertThat(prices.source()).contains("infracost");
    }
}
