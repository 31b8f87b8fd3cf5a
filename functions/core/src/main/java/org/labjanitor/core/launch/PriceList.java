package org.labjanitor.core.launch;

import java.math.BigDecimal;
import java.util.Optional;

/** Prices of instances, by their type. */
@FunctionalInterface
public interface PriceList {
    /** US dollars for 730 hours; empty where the price is not known. */
    Optional<BigDecimal> aMonth(String type);
}
