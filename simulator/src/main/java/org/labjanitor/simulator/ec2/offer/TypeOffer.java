package org.labjanitor.simulator.ec2.offer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An instance type as {@code DescribeInstanceTypes} tells of it.
 *
 * @param memoryMib memory in MiB
 * @param architectures such as {@code x86_64}; older types also have {@code i386}
 * @param hypervisor {@code nitro} or {@code xen}
 */
public record TypeOffer(
        String name,
        int vcpus,
        long memoryMib,
        List<String> architectures,
        boolean currentGeneration,
        String hypervisor,
        boolean burstable) {
    public TypeOffer {
        architectures = List.copyOf(architectures);
    }

    /** The types that the lab knows, by name: those that labs use, not all of AWS's. */
    public static NavigableMap<String, TypeOffer> all() {
        return Table.TYPES;
    }

    /** The architecture that its instances have. */
    public String architecture() {
        return architectures.getLast();
    }

    /**
     * The quota that its vCPUs count against: the standard families share one, accelerated ones
     * have their own [UG ec2-on-demand-instances].
     */
    public String quota() {
        String letters = name.replaceFirst("[0-9].*", "");
        return "acdhimrtz".contains(letters) ? "standard" : letters;
    }

    private static final class Table {
        static final NavigableMap<String, TypeOffer> TYPES =
                Collections.unmodifiableNavigableMap(read());

        private static NavigableMap<String, TypeOffer> read() {
            NavigableMap<String, TypeOffer> types = new TreeMap<>();
            InputStream table =
                    Objects.requireNonNull(
                            TypeOffer.class.getResourceAsStream("instance-types.txt"));
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Table::type)
                        .forEach(type -> types.put(type.name(), type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return types;
        }

        private static TypeOffer type(String line) {
            String[] columns = line.split(" ", -1);
            return new TypeOffer(
                    columns[0],
                    Integer.parseInt(columns[1]),
                    Long.parseLong(columns[2]),
                    List.of(columns[3].split(",", -1)),
                    columns[4].equals("current"),
                    columns[5],
                    columns[6].equals("burstable"));
        }
    }
}
