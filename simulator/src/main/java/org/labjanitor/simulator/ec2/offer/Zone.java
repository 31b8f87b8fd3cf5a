package org.labjanitor.simulator.ec2.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An Availability Zone.
 *
 * @param name such as {@code us-east-1a}
 * @param id such as {@code use1-az1}; AWS shuffles names and ids per account, the lab does not
 * @param number which of its Region's zones it is, from 1
 */
public record Zone(String name, String id, int number) {
    /** Letters of the zones in Regions that do not have exactly a, b and c. */
    private static final Map<String, String> LETTERS =
            Map.of(
                    "us-east-1", "abcdef",
                    "us-west-2", "abcd",
                    "ap-northeast-1", "acd",
                    "ap-northeast-2", "abcd",
                    "ca-central-1", "abd");

    /** The zones of a Region, in the order of their names. */
    public static List<Zone> of(String region) {
        String letters = LETTERS.getOrDefault(region, "abc");
        return IntStream.range(0, letters.length())
                .mapToObj(index ->
                        new Zone(
                                region + letters.charAt(index),
                                shortName(region) + "-az" + (index + 1),
                                index + 1))
                .toList();
    }

    /** The zone of that name; empty where the Region has none such. */
    public static Optional<Zone> find(String region, String name) {
        return of(region).stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    /** Such as {@code use1} of {@code us-east-1}, or {@code apne2} of {@code ap-northeast-2}. */
    private static String shortName(String region) {
        String[] parts = region.split("-", -1);
        return parts[0] + initials(parts[1]) + parts[2];
    }

    private static String initials(String direction) {
        return switch (direction) {
            case "northeast" -> "ne";
            case "northwest" -> "nw";
            case "southeast" -> "se";
            case "southwest" -> "sw";
            default -> direction.substring(0, 1);
        };
    }
}
