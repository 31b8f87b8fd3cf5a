package org.labjanitor.simulator.s3.object;

import java.util.zip.Checksum;

/** CRC-64/NVME, the checksum that S3 adds to what comes without one; the JDK has none. */
final class Crc64Nvme implements Checksum {
    private static final long REVERSED_POLYNOMIAL = 0x9A6C_9329_AC4B_C9B5L;
    private static final long[] TABLE = table();

    private long state = ~0L;

    private static long[] table() {
        long[] table = new long[256];
        for (int index = 0; index < table.length; index++) {
            long value = index;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REVERSED_POLYNOMIAL;
            }
            table[index] = value;
        }
        return table;
    }

    @Override
    public void update(int b) {
        state = TABLE[(int) (state ^ b) & 0xff] ^ (state >>> Byte.SIZE);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        long current = state;
        for (int at = offset; at < offset + length; at++) {
            current = TABLE[(int) (current ^ bytes[at]) & 0xff] ^ (current >>> Byte.SIZE);
        }
        state = current;
    }

    @Override
    public long getValue() {
        return ~state;
    }

    @Override
    public void reset() {
        state = ~0L;
    }
}
