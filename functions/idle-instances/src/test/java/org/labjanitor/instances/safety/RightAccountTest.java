package org.labjanitor.instances.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.instances.lab.Scene;
import org.labjanitor.runtime.account.WrongAccountException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;

/** The account that STS names must be the configured one. */
class RightAccountTest {
    private static final String CLEAN =
            "{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"i-0123456789abcdef0\"]}";

    @ParameterizedTest
    @ValueSource(strings = {"{}", CLEAN})
    void looksAtNothingInAnotherAccount(String request) {
        try (Scene scene = new Scene()) {
            scene.idle("left-behind");
            scene.signWith(scene.lab().accessKey("444455556666"));

            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(WrongAccountException.class)
                    .hasMessageContaining("444455556666")
                    .hasMessageContaining(Scene.ACCOUNT);

            assertThat(scene.lab().calls().all())
                    .extracting(call -> call.service())
                    .containsOnly("sts");
        }
    }

    @Test
    void removesNothingWhereNoAccountIsConfigured() {
        try (Scene scene = new Scene()) {
            String idle = scene.idle("left-behind");
            scene.configure(new Settings(null, "lab", List.of(), "lab", new Budget(20, 100)));

            assertThatThrownBy(() -> scene.run(CLEAN))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("JANITOR_ACCOUNT_ID");
            assertThat(scene.isGone(idle)).isFalse();

            RunResult report = scene.run("{}");
            assertThat(report.account()).isEqualTo(Scene.ACCOUNT);
        }
    }
}
