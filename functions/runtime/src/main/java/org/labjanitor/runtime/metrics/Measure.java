package org.labjanitor.runtime.metrics;

import java.math.BigDecimal;

/**
 * One number about a run.
 *
 * @param unit one of CloudWatch's units
 */
record Measure(String name, String unit, BigDecimal value) {
    static Measure count(String name, long number) {
        return new Measure(name, "Count", BigDecimal.valueOf(number));
    }

    /** CloudWatch knows no unit of money. */
    static Measure dollars(String name, BigDecimal dollars) {
        return new Measure(name, "None", dollars);
    }

    static Measure milliseconds(String name, long milliseconds) {
        return new Measure(name, "Milliseconds", BigDecimal.valueOf(milliseconds));
    }
}
