package org.labjanitor.core.launch;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a lab may be at most.
 *
 * @param instances most instances of one lab
 * @param types instance types that are allowed; {@code *} stands for any number of characters
 * @param dollarsAMonth most that the lab's instances may cost in a month
 * @param bucketPrefix what a bucket's name begins with that the janitor may remove
 */
public record LaunchLimits(
        int instances, List<String> types, BigDecimal dollarsAMonth, String bucketPrefix) {
    public LaunchLimits {
        types = List.copyOf(types);
    }

    /** Whether instances of the type may be launched. */
    public boolean allows(String type) {
        return types.stream().anyMatch(allowed -> matches(allowed, type));
    }

    private static boolean matches(String allowed, String type) {
        return Pattern.matches("\\Q" + allowed.replace("*", "\\E.*\\Q") + "\\E", type);
    }
}
