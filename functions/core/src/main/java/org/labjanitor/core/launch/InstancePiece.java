package org.labjanitor.core.launch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances that are launched with one call.
 *
 * @param key tells the piece from the lab's others, such as {@code workers} or {@code desk/ada}
 * @param student whose they are; null: the whole lab's
 * @param tags of each instance and of its volumes
 * @param tokenBase what tells the piece from every other lab's, and from the same lab's at another
 *     time
 */
public record InstancePiece(
        String key,
        InstanceOrder order,
        @Nullable String student,
        Map<String, String> tags,
        String tokenBase) {
    /** EC2 takes at most 64 ASCII characters. */
    private static final int TOKEN_BYTES = 24;

    public InstancePiece {
        tags = Map.copyOf(tags);
    }

    /**
     * The client token, by which EC2 knows a repetition of the same launch.
     *
     * @param generation tells a launch of the same piece that is meant to be a new one: after
     *     instances that are seen already, or that are gone
     */
    public String clientToken(int generation) {
        return "lab-" + hash(tokenBase + "\n" + key + "\n" + generation);
    }

    private static String hash(String text) {
        MessageDigest digest = sha256();
        text.chars()
                .forEach(character -> {
                    digest.update((byte) (character >> Byte.SIZE));
                    digest.update((byte) character);
                });
        return HexFormat.of().formatHex(digest.digest(), 0, TOKEN_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
