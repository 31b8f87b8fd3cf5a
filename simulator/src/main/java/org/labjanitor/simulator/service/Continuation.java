package org.labjanitor.simulator.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a paged answer goes on, as an opaque token. A token is good only for the request that it
 * was given out for, which its fingerprint tells.
 *
 * @param fingerprint stands for the request without its token and page size
 */
public record Continuation(int fingerprint, List<Long> position) {
    public Continuation {
        position = List.copyOf(position);
    }

    public String token() {
        String text =
                Stream.concat(Stream.of((long) fingerprint), position.stream())
                        .map(String::valueOf)
                        .collect(Collectors.joining(":"));
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty where the token is none of ours, or was given out for another request. */
    public static Optional<Continuation> read(String token, int fingerprint, int positions) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            List<Long> numbers = Arrays.stream(text.split(":", -1)).map(Long::valueOf).toList();
            return Optional.of(numbers)
                    .filter(all -> all.size() == positions + 1 && all.getFirst() == fingerprint)
                    .map(all -> new Continuation(fingerprint, all.subList(1, all.size())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
