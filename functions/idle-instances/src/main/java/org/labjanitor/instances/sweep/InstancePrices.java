package org.labjanitor.instances.sweep;

import java.math.BigDecimal;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.OnDemandPrices;

/** What an instance costs a month in its state: a stopped one costs nothing but its volumes. */
final class InstancePrices {
    private final OnDemandPrices onDemand;

    InstancePrices(OnDemandPrices onDemand) {
        this.onDemand = onDemand;
    }

    MonthlyCost of(Instance instance) {
        if (instance.state() == InstanceState.STOPPED) {
            return new Priced(BigDecimal.ZERO, true);
        }
        return onDemand.monthly(
                instance.type(),
                instance.region(),
                instance.purchaseOption() == PurchaseOption.ON_DEMAND);
    }
}
