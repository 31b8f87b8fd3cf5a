package org.labjanitor.runtime.price;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/**
 * On-demand prices of Linux instances in us-east-1, from a table with its source and date in its
 * first line. Savings Plans, reserved and Spot prices, licences and other Regions differ: whatever
 * is not exactly the table's case is "about", and a type that the table lacks is "unknown".
 */
public final class OnDemandPrices {
    private static final String TABLE = "ec2-on-demand-us-east-1.csv";
    private static final String TABLE_REGION = "us-east-1";
    private static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);

    private final String source;
    private final Map<String, BigDecimal> dollarsAnHour;

    private OnDemandPrices(String source, Map<String, BigDecimal> dollarsAnHour) {
        this.source = source;
        this.dollarsAnHour = Map.copyOf(dollarsAnHour);
    }

    /** The table that ships with the janitor. */
    public static OnDemandPrices bundled() {
        try (InputStream table = OnDemandPrices.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the price table " + TABLE + " is missing");
            }
            return parse(new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the price table " + TABLE, e);
        }
    }

    private static OnDemandPrices parse(BufferedReader table) {
        List<String> lines = table.lines().toList();
        Map<String, BigDecimal> prices = new HashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            int comma = line.indexOf(',');
            prices.put(line.substring(0, comma), new BigDecimal(line.substring(comma + 1)));
        }
        return new OnDemandPrices(lines.getFirst().replaceFirst("^#\\s*", ""), prices);
    }

    /** Where the prices come from, and of which day they are. */
    public String source() {
        return source;
    }

    /** What a month of the type costs on demand in the Region. */
    public MonthlyCost monthly(String instanceType, String region, boolean onDemand) {
        @Nullable BigDecimal hourly = dollarsAnHour.get(instanceType);
        if (hourly == null) {
            return new Unpriced("the price table has no " + instanceType);
        }
        return new Priced(hourly.multiply(HOURS_A_MONTH), onDemand && region.equals(TABLE_REGION));
    }
}
