package org.labjanitor.simulator.ec2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.labjanitor.simulator.wire.AwsError;

/**
 * A page of a listing.
 *
 * @param nextToken null on the last page, and only there
 */
record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int LEAST = 5;
    private static final int MOST = 1000;

    /** What a caller says about paging. */
    record Wish(String operation, @Nullable Integer maxResults, @Nullable String nextToken) {}

    /** The wished page of items that are sorted by their key. Without a size it is all the rest. */
    static <T> Page<T> of(List<T> sorted, Function<T, String> key, Wish wish) {
        requireSize(wish.maxResults());
        String after = after(wish);
        List<T> rest =
                sorted.stream().filter(item -> key.apply(item).compareTo(after) > 0).toList();
        Integer size = wish.maxResults();
        if (size == null || rest.size() <= size) {
            return new Page<>(rest, null);
        }
        List<T> items = rest.subList(0, size);
        return new Page<>(items, token(wish, key.apply(items.getLast())));
    }

    private static void requireSize(@Nullable Integer size) {
        if (size != null && size < LEAST) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Value ( %d ) for parameter maxResults is invalid. Expecting a value greater than or equal to %d."
                            .formatted(size, LEAST));
        }
        requireAtMost(MOST, size);
    }

    /** Refuses a page size above what one operation allows, where that is less than most. */
    static void requireAtMost(int most, @Nullable Integer size) {
        if (size != null && size > most) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "Value ( %d ) for parameter maxResults is invalid. Expecting a value smaller than or equal to %d."
                            .formatted(size, most));
        }
    }

    private static String token(Wish wish, String lastKey) {
        String text = wish.operation() + "/" + lastKey;
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String after(Wish wish) {
        String token = wish.nextToken();
        if (token == null) {
            return "";
        }
        String text = decode(token);
        String prefix = wish.operation() + "/";
        if (!text.startsWith(prefix)) {
            throw bogus(token);
        }
        return text.substring(prefix.length());
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bogus(token);
        }
    }

    private static AwsError bogus(String token) {
        return AwsError.badRequest(
                "InvalidParameterValue",
                "Value ( %s ) for parameter NextToken is invalid. The token is invalid."
                        .formatted(token));
    }
}
