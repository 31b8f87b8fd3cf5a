package org.labjanitor.instances.sweep;

import java.math.BigDecimal;
import java.util.Comparator;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.runtime.price.MonthlyCost.Priced;

/**
 * Who goes first when not all may: the oldest deadline, then the expired before the idle, then the
 * dearest.
 */
final class RemovalOrder {
    private final InstancePrices prices;

    RemovalOrder(InstancePrices prices) {
        this.prices = prices;
    }

    Comparator<Judged> comparator(Stages stages) {
        Comparator<Judged> dearest =
                Comparator.comparing(RemovalOrder::isExpired)
                        .thenComparing(this::dollars)
                        .reversed();
        return Comparator.comparing((Judged judged) -> stages.deadline(judged.id()))
                .thenComparing(dearest)
                .thenComparing(Judged::id);
    }

    private static boolean isExpired(Judged judged) {
        return judged.verdict() instanceof Removable(RemovableReason reason, var _)
                && reason == RemovableReason.EXPIRED;
    }

    private BigDecimal dollars(Judged judged) {
        return prices.of(judged.instance().instance()) instanceof Priced priced
                ? priced.dollars()
                : BigDecimal.ZERO;
    }
}
