package org.labjanitor.runtime.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;

/** A short fingerprint of evidence, by which an auditor finds the report that shows all of it. */
final class EvidenceDigest {
    private static final int BYTES = 8;

    private EvidenceDigest() {}

    /** The first 16 hex digits of the SHA-256 over the facts in their order. */
    static String of(Explanation explanation) {
        MessageDigest digest = sha256();
        for (Fact fact : explanation.facts()) {
            add(digest, fact.name());
            add(digest, fact.value());
            add(digest, fact.source());
            add(digest, fact.at() == null ? "" : fact.at().toString());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
