package org.labjanitor.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32Test {
    @Test
    void thatOfThePartsIsThatOfTheWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] first = bytes(random);
            byte[] second = bytes(random);
            byte[] whole = new byte[first.length + second.length];
            System.arraycopy(first, 0, whole, 0, first.length);
            System.arraycopy(second, 0, whole, first.length, second.length);

            assertThat(of(first).and(of(second))).isEqualTo(of(whole));
            assertThat(Crc32.empty().and(of(whole))).isEqualTo(of(whole));
            assertThat(of(whole).and(Crc32.empty())).isEqualTo(of(whole));
        }
    }

    @Test
    void itIsWrittenAsS3WritesIt() {
        assertThat(of("123456789".getBytes(UTF_8)).text()).isEqualTo("y/Q5Jg==");
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Crc32 of(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return new Crc32((int) crc.getValue(), bytes.length);
    }
}
