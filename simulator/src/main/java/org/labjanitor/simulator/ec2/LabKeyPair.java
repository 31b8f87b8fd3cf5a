package org.labjanitor.simulator.ec2;

import java.time.Instant;

/**
 * A key pair.
 *
 * @param type {@code rsa} or {@code ed25519}
 * @param publicKey in OpenSSH's form
 */
record LabKeyPair(
        String id,
        String name,
        String type,
        String fingerprint,
        String publicKey,
        Instant created) {}
