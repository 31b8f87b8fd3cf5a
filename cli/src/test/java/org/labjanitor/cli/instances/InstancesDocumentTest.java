package org.labjanitor.cli.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.settings.Mode;

class InstancesDocumentTest {
    @Test
    void whatWasNotAskedForIsLeftOut() {
        InstancesDocument document =
                InstancesDocument.of(Mode.REPORT)
                        .regions(List.of())
                        .only(List.of())
                        .policy(null, Map.of())
                        .budget(null, null)
                        .action(null)
                        .graceHours(null)
                        .terminate(List.of(), null);

        assertThat(text(document)).isEqualTo("{\"mode\":\"report\"}");
    }

    @Test
    void everythingThatWasAskedForIsInIt() {
        InstancesDocument document =
                InstancesDocument.of(Mode.CLEAN)
                        .regions(List.of("us-east-1"))
                        .policy("window", Map.of())
                        .budget("5", "10")
                        .action("stop")
                        .graceHours("0")
                        .terminate(List.of("i-1"), "asked");

        assertThat(text(document))
                .isEqualTo(
                        "{\"mode\":\"clean\",\"regions\":[\"us-east-1\"],\"policy\":{\"preset\":\"window\"},"
                                + "\"budget\":{\"count\":5,\"percent\":10},\"action\":\"stop\",\"graceHours\":0,"
                                + "\"terminate\":[\"i-1\"],\"reason\":\"asked\"}");
    }

    @Test
    void thePolicysNumbersKeepTheirTypes() {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("quietHours", "12");
        numbers.put("cpuPercent", "2.5");
        numbers.put("logins", "false");
        numbers.put("gapFactor", "twice");

        assertThat(text(InstancesDocument.of(Mode.REPORT).policy(null, numbers)))
                .contains(
                        "\"policy\":{\"quietHours\":12,\"cpuPercent\":2.5,\"logins\":false,\"gapFactor\":\"twice\"}");
    }

    @Test
    void whatIsNoNumberIsPassedOnForTheFunctionToRefuse() {
        assertThat(text(InstancesDocument.of(Mode.CLEAN).budget("all", null)))
                .contains("\"count\":\"all\"");
    }

    @Test
    void aConfirmedDocumentNamesExactlyWhatMayGo() {
        InstancesDocument document =
                InstancesDocument.of(Mode.CLEAN)
                        .budget("20", "50")
                        .confirmed(List.of("i-1", "i-2"));

        assertThat(text(document))
                .contains("\"only\":[\"i-1\",\"i-2\"]")
                .contains("\"budget\":{\"count\":2,\"percent\":100}");
    }

    private static String text(InstancesDocument document) {
        return new String(document.bytes(), UTF_8);
    }
}
