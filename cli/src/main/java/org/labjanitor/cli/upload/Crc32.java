package org.labjanitor.cli.upload;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A CRC-32 of some bytes. Those of neighbouring parts join to that of the whole, which is what S3
 * calls a full-object checksum (S3 User Guide, "Checking object integrity").
 *
 * @param value the checksum
 * @param length how many bytes it is of
 */
record Crc32(int value, long length) {
    /** The polynomial of CRC-32 with its bits in reverse order, as everywhere in this class. */
    private static final int POLYNOMIAL = 0xEDB8_8320;

    private static final int ONE = 1 << 31;
    private static final int X = 1 << 30;
    private static final int BITS_OF_A_BYTE = 3;

    /** Of no bytes at all. */
    static Crc32 empty() {
        return new Crc32(0, 0);
    }

    /** Of these bytes followed by the others. */
    Crc32 and(Crc32 next) {
        int shifted = times(powerOfX(next.length), value);
        return new Crc32(shifted ^ next.value, length + next.length);
    }

    /** As S3 writes it: its four bytes, the highest first, in Base64. */
    String text() {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** x to the power of the bits in that many bytes, modulo the polynomial. */
    private static int powerOfX(long bytes) {
        int power = ONE;
        int square = X;
        for (int i = 0; i < BITS_OF_A_BYTE; i++) {
            square = times(square, square);
        }
        for (long rest = bytes; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                power = times(square, power);
            }
            square = times(square, square);
        }
        return power;
    }

    /** The product of two polynomials modulo the polynomial. */
    private static int times(int first, int second) {
        int product = 0;
        int shifted = second;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((first & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
        }
        return product;
    }
}
