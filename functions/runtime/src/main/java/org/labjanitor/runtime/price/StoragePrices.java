package org.labjanitor.runtime.price;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;

/**
 * Prices of storage in S3 in us-east-1, from a table with its source in its first line. Storage is
 * named as CloudWatch's dimension {@code StorageType} names it (S3 user guide, metrics and
 * dimensions). Other Regions differ, and beyond 50 TB it gets cheaper: both are "about".
 */
public final class StoragePrices {
    private static final String TABLE = "s3-storage-us-east-1.csv";
    private static final String TABLE_REGION = "us-east-1";
    private static final BigDecimal BYTES_PER_GB = BigDecimal.valueOf(1L << 30);
    private static final long FIRST_TIER_BYTES = 50L << 40;

    private final String source;
    private final Map<String, Row> rows;

    private record Row(String storageClass, BigDecimal dollars, int leastDays) {}

    private StoragePrices(String source, Map<String, Row> rows) {
        this.source = source;
        this.rows = Collections.unmodifiableMap(rows);
    }

    /** The table that ships with the janitor. */
    public static StoragePrices bundled() {
        try (InputStream table = StoragePrices.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the price table " + TABLE + " is missing");
            }
            return parse(new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the price table " + TABLE, e);
        }
    }

    private static StoragePrices parse(BufferedReader table) {
        List<String> lines = table.lines().toList();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            rows.put(
                    cells.get(0),
                    new Row(
                            cells.get(1),
                            new BigDecimal(cells.get(2)),
                            Integer.parseInt(cells.get(3))));
        }
        return new StoragePrices(lines.getFirst().replaceFirst("^#\\s*", ""), rows);
    }

    /** Where the prices come from. */
    public String source() {
        return source;
    }

    /** Every storage type that has a price, in the table's order. */
    public Set<String> storageTypes() {
        return rows.keySet();
    }

    /** The storage class that the type belongs to, such as {@code STANDARD_IA}. */
    public String storageClass(String storageType) {
        return row(storageType).storageClass;
    }

    /**
     * For how many days an object of the type is billed at least; 0 where there is no such minimum.
     */
    public int leastDays(String storageType) {
        return row(storageType).leastDays;
    }

    /** What a month of so many bytes of each storage type costs in the Region. */
    public MonthlyCost monthly(Map<String, Long> bytesByType, String region) {
        BigDecimal dollars = BigDecimal.ZERO;
        long bytes = 0;
        for (var entry : bytesByType.entrySet()) {
            Row row = rows.get(entry.getKey());
            if (row == null) {
                return new Unpriced("the price table has no " + entry.getKey());
            }
            bytes += entry.getValue();
            dollars =
                    dollars.add(
                            BigDecimal.valueOf(entry.getValue())
                                    .divide(BYTES_PER_GB, MathContext.DECIMAL64)
                                    .multiply(row.dollars));
        }
        return new Priced(dollars, region.equals(TABLE_REGION) && bytes <= FIRST_TIER_BYTES);
    }

    private Row row(String storageType) {
        @Nullable Row row = rows.get(storageType);
        if (row == null) {
            throw new IllegalArgumentException("the price table has no " + storageType);
        }
        return row;
    }
}
