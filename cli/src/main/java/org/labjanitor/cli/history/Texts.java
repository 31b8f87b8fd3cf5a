package org.labjanitor.cli.history;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/** The fields of an item in a report. */
final class Texts {
    private final Map<?, ?> fields;

    Texts(Map<?, ?> fields) {
        this.fields = fields;
    }

    String required(String name) {
        return optional(name)
                .orElseThrow(() -> new BrokenReportException("an item lacks its " + name));
    }

    Optional<String> optional(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new BrokenReportException("an item's " + name + " is no text: " + value);
    }

    MonthlyCost cost() {
        Object dollars = fields.get("dollarsPerMonth");
        if (dollars == null) {
            return new Unpriced(optional("priceUnknown").orElse("no price is in the report"));
        }
        if (dollars instanceof Number number) {
            boolean listed = Boolean.FALSE.equals(fields.get("estimate"));
            return new Priced(new BigDecimal(number.toString()), listed);
        }
        throw new BrokenReportException("an item's dollarsPerMonth is no number: " + dollars);
    }
}
