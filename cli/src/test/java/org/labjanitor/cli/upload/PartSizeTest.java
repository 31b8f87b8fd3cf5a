package org.labjanitor.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PartSizeTest {
    private static final long FIVE_MEBIBYTES = 5L * 1024 * 1024;
    private static final long LARGEST_PART = 5L * 1024 * 1024 * 1024;
    private static final long LARGEST_OBJECT = 48L * 1024 * 1024 * 1024 * 1024;

    @Test
    void everyFileThatS3TakesHasPartsThatS3Takes() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            requireLegal(1 + (long) (LARGEST_OBJECT * Math.pow(random.nextDouble(), 8)));
        }
        requireLegal(1);
        requireLegal(LARGEST_OBJECT);
    }

    private static void requireLegal(long size) {
        long part = PartSize.of(size);

        assertThat(part).isBetween(FIVE_MEBIBYTES, LARGEST_PART);
        assertThat(Math.ceilDiv(size, part)).isLessThanOrEqualTo(PartSize.MOST_PARTS);
    }
}
