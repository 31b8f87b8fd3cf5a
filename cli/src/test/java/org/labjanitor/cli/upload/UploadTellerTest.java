package org.labjanitor.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadTellerTest {
    @Test
    void saysHowMuchHowFastAndHowLong() {
        assertThat(UploadTeller.words(new UploadProgress(3, 12, 24_000_000, 60_000_000), 5_000_000))
                .isEqualTo("24.0 MB of 60.0 MB (40 %), 3 of 12 files, 5.0 MB/s, 8 s left");
    }

    @Test
    void saysNoMoreThanItKnows() {
        assertThat(UploadTeller.words(new UploadProgress(0, 1, 0, 0), 0))
                .isEqualTo("0 bytes of 0 bytes");
    }
}
