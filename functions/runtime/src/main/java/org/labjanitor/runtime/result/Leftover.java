package org.labjanitor.runtime.result;

import org.labjanitor.runtime.price.MonthlyCost;

/** Something that stays behind and keeps costing when its instance is gone. */
public record Leftover(String kind, String id, MonthlyCost cost) {}
