package org.labjanitor.runtime.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/**
 * On-demand prices of Linux instances in us-east-1, from a table with its source and date in its
 * first line. Savings Plans, reserved and Spot prices, licences and other Regions differ: whatever
 * is not exactly the table's case is "about", and a type that the table lacks is "unknown".
 */
public final class OnDemandPrices {
    /** The Region whose prices the table has. */
    public static final String REGION = "us-east-1";

    private static final String TABLE = "ec2-on-demand-" + REGION + ".csv";
    private static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);

    private final String table;
    private final Map<String, BigDecimal> found = new ConcurrentHashMap<>();

    private OnDemandPrices(String table) {
        this.table = table;
    }

    /** The table that ships with the janitor. */
    public static OnDemandPrices bundled() {
        try (InputStream table = OnDemandPrices.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the price table " + TABLE + " is missing");
            }
            return new OnDemandPrices(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the price table " + TABLE, e);
        }
    }

    /** Where the prices come from, and of which day they are. */
    public String source() {
        return table.substring(0, table.indexOf('\n')).replaceFirst("^#\\s*", "");
    }

    /** What a month of the type costs on demand in the Region. */
    public MonthlyCost monthly(String instanceType, String region, boolean onDemand) {
        @Nullable BigDecimal hourly = found.computeIfAbsent(instanceType, this::inTable);
        if (hourly == null) {
            return new Unpriced("the price table has no " + instanceType);
        }
        return new Priced(hourly.multiply(HOURS_A_MONTH), onDemand && region.equals(REGION));
    }

    /** Found in the text: a run has few types, and reading all would delay its start. */
    private @Nullable BigDecimal inTable(String instanceType) {
        String row = "\n" + instanceType + ",";
        int start = table.indexOf(row);
        if (start < 0) {
            return null;
        }
        int price = start + row.length();
        return new BigDecimal(table.substring(price, table.indexOf('\n', price)).strip());
    }
}
