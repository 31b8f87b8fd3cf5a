package org.labjanitor.cli.buckets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.settings.Mode;

class BucketsDocumentTest {
    @Test
    void whatWasNotAskedForIsLeftOut() {
        BucketsDocument document =
                BucketsDocument.of(Mode.REPORT)
                        .regions(List.of())
                        .only(List.of())
                        .lifetime(null)
                        .budget(null, null)
                        .contentsBudget(null, null)
                        .after(null)
                        .graceHours(null)
                        .delete(List.of(), null);

        assertThat(text(document)).isEqualTo("{\"mode\":\"report\"}");
        assertThat(document.onlyReads()).isTrue();
    }

    @Test
    void everythingThatWasAskedForIsInIt() {
        BucketsDocument document =
                BucketsDocument.of(Mode.CLEAN)
                        .regions(List.of("eu-west-1"))
                        .lifetime("30d")
                        .budget("5", "10")
                        .contentsBudget("1000000", "50")
                        .after("keep")
                        .graceHours("0")
                        .delete(List.of("lab-ana"), "asked");

        assertThat(text(document))
                .isEqualTo(
                        "{\"mode\":\"clean\",\"regions\":[\"eu-west-1\"],\"lifetime\":\"30d\","
                                + "\"budget\":{\"count\":5,\"percent\":10,\"keys\":1000000,\"gigabytes\":50},"
                                + "\"after\":\"keep\",\"graceHours\":0,\"delete\":[\"lab-ana\"],\"reason\":\"asked\"}");
        assertThat(document.onlyReads()).isFalse();
    }

    @Test
    void whatWasConfirmedKeepsTheLimitsOnItsContents() {
        BucketsDocument document =
                BucketsDocument.of(Mode.CLEAN)
                        .budget("20", "50")
                        .contentsBudget("1000", null)
                        .confirmed(List.of("lab-ana", "lab-bob"));

        assertThat(text(document))
                .contains("\"only\":[\"lab-ana\",\"lab-bob\"]")
                .contains("\"budget\":{\"count\":2,\"percent\":100,\"keys\":1000}");
    }

    private static String text(BucketsDocument document) {
        return new String(document.bytes(), UTF_8);
    }
}
