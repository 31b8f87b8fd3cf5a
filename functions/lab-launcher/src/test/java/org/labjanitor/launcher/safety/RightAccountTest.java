package org.labjanitor.launcher.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.launcher.lab.Classroom;
import org.labjanitor.runtime.account.WrongAccountException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.service.RecordedCall;

/** A lab is launched in the account that is configured, and in no other. */
class RightAccountTest {
    private static final String LAB =
            "{\"mode\": \"launch\", \"name\": \"java\", \"ttl\": \"8h\", \"buckets\": [{\"name\": \"lab-{lab}\"}]}";

    private final Classroom room = new Classroom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void refusesToLaunchWhereNoAccountIsConfigured() {
        room.configure(
                new Settings(null, "lab", List.of(Classroom.REGION), "lab", new Budget(20, 100)));

        assertThatThrownBy(() -> room.run(LAB))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("JANITOR_ACCOUNT_ID");
        assertThat(room.run(LAB.replace("\"launch\"", "\"report\"")).faults()).isEmpty();
        assertThat(room.hasBucket("lab-java")).isFalse();
    }

    @Test
    void refusesAnotherAccountBeforeAnythingElseIsAsked() {
        room.configure(
                new Settings(
                        Classroom.STRANGER,
                        "lab",
                        List.of(Classroom.REGION),
                        "lab",
                        new Budget(20, 100)));

        assertThatThrownBy(() -> room.run(LAB)).isInstanceOf(WrongAccountException.class);
        assertThat(room.lab().calls().all())
                .extracting(RecordedCall::operation)
                .containsExactly("GetCallerIdentity");
    }
}
