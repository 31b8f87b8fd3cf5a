package org.labjanitor.simulator.s3.object;

import org.jspecify.annotations.Nullable;

/**
 * Where a walk through the keys goes next.
 *
 * @param ends whether it is over
 * @param jump the key to go on at; null to go on with what follows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Step(boolean ends, byte @Nullable [] jump) {
    static final Step ON = new Step(false, null);
    static final Step END = new Step(true, null);

    static Step to(byte[] key) {
        return new Step(false, key);
    }

    boolean isOn() {
        return !ends && jump == null;
    }
}
