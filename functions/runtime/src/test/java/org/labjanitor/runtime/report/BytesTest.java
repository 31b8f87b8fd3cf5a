package org.labjanitor.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "99949, 99.9 kB",
        "99950, 100 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "12345678, 12.3 MB",
        "4200000000, 4.2 GB",
        "9223372036854775807, 9.2 EB"
    })
    void aSizeHasTheUnitThatKeepsItShort(long bytes, String words) {
        assertThat(Bytes.of(bytes)).isEqualTo(words);
    }
}
