package org.labjanitor.instances.sweep;

import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.core.instance.PurchaseOption;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.price.OnDemandPrices;

/**
 * What an instance costs a month in its state. A stopped one costs nothing but its volumes, whose
 * sizes EC2 does not tell along with an instance, so that its price is not known.
 */
final class InstancePrices {
    private final OnDemandPrices onDemand;

    InstancePrices(OnDemandPrices onDemand) {
        this.onDemand = onDemand;
    }

    MonthlyCost of(Instance instance) {
        if (instance.state() == InstanceState.STOPPED) {
            return new Unpriced("it is stopped and costs what its volumes do; volumes not counted");
        }
        return onDemand.monthly(
                instance.type(),
                instance.region(),
                instance.purchaseOption() == PurchaseOption.ON_DEMAND);
    }
}
