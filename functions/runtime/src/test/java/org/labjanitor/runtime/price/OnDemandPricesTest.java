package org.labjanitor.runtime.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

class OnDemandPricesTest {
    private final OnDemandPrices prices = OnDemandPrices.bundled();

    @Test
    void pricesAListedTypeForAMonthOf730Hours() {
        MonthlyCost cost = prices.monthly("m5.large", "us-east-1", true);

        assertThat(cost).isEqualTo(new Priced(new BigDecimal("70.08"), true));
        assertThat(cost.display()).isEqualTo("$70.08");
    }

    @Test
    void callsThePriceOfAnotherRegionAbout() {
        assertThat(prices.monthly("m5.large", "eu-west-1", true).display())
                .isEqualTo("about $70.08");
    }

    @Test
    void callsThePriceOfASpotInstanceAbout() {
        assertThat(prices.monthly("m5.large", "us-east-1", false).display())
                .isEqualTo("about $70.08");
    }

    @Test
    void neverTakesAnUnknownTypeForFree() {
        assertThat(prices.monthly("z99.mega", "us-east-1", true))
                .isInstanceOf(Unpriced.class)
                .extracting(MonthlyCost::display)
                .isEqualTo("unknown");
    }

    @Test
    void namesItsSourceAndDate() {
        assertThat(prices.source()).contains("us-east-1").contains("2026-07-20");
    }
}
