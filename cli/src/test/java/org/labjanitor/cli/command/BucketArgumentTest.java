package org.labjanitor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketArgumentTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3://lab-ana", "lab-ana", "s3://lab-ana/"})
    void aBucketHasANameWithAndWithoutItsScheme(String argument) {
        assertThat(BucketArgument.name(argument)).isEqualTo("lab-ana");
    }

    @Test
    void aKeyOrPrefixIsNoWholeBucket() {
        assertThatThrownBy(() -> BucketArgument.name("s3://lab-ana/logs/2026"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "s3://lab-ana/logs/2026 names a key or a prefix in a bucket, but this takes a whole bucket:"
                                + " s3://lab-ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3://",
                "s3:///key",
                "ab",
                "lab_ana/logs",
                "-lab",
                "lab ana",
                "arn:aws:s3:::lab"
            })
    void whatIsNoNameIsSaidToBeNone(String argument) {
        assertThatThrownBy(() -> BucketArgument.name(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("\"" + argument + "\" is no bucket's name");
    }

    @Test
    void aDirectoryBucketIsSomethingElse() {
        assertThatThrownBy(() -> BucketArgument.name("s3://fast--use1-az4--x-s3"))
                .hasMessageContaining("directory bucket");
    }
}
