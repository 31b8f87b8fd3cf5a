package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.runtime.account.WrongAccountException;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.simulator.s3.bucket.Bucket;

/** The account that STS names must be the configured one, and so must a bucket's owner. */
class RightAccountTest {
    private static final String CLEAN =
            "{\"mode\": \"clean\", \"graceHours\": 0, \"only\": [\"lab-over\"]}";

    @ParameterizedTest
    @ValueSource(strings = {"{}", CLEAN})
    void looksAtNothingInAnotherAccount(String request) {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.signWith(scene.lab().accessKey(Scene.OTHER_ACCOUNT));

            assertThatThrownBy(() -> scene.run(request))
                    .isInstanceOf(WrongAccountException.class)
                    .hasMessageContaining(Scene.OTHER_ACCOUNT)
                    .hasMessageContaining(Scene.ACCOUNT);

            assertThat(scene.lab().calls().all())
                    .extracting(call -> call.service())
                    .containsOnly("sts");
        }
    }

    @Test
    void removesNothingWhereNoAccountIsConfigured() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.configure(new Settings(null, "lab", List.of(), "lab", new Budget(20, 100)));

            assertThatThrownBy(() -> scene.run(CLEAN))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("JANITOR_ACCOUNT_ID");
            Untouched.assertNothingChanged(scene);

            RunResult report = scene.run("{}");
            assertThat(report.account()).isEqualTo(Scene.ACCOUNT);
        }
    }

    @Test
    void aBucketOfAnotherAccountIsNotExamined() {
        try (Scene scene = new Scene()) {
            Bucket foreign = scene.foreign("lab-foreign");
            foreign.policy(
                    "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"}, \"Action\": \"s3:*\", \"Resource\": [\"arn:aws:s3:::lab-foreign\", \"arn:aws:s3:::lab-foreign/*\"]}]}");
            foreign.objects().seed(5, number -> "key-" + number);

            RunResult result = scene.delete("lab-foreign");

            assertThat(result.notExamined())
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.what()).isEqualTo("lab-foreign");
                        assertThat(gap.why())
                                .isEqualTo(
                                        "there is a bucket of that name, but it belongs to another account");
                    });
            assertThat(foreign.objects().count()).isEqualTo(5);
            Untouched.assertNothingChanged(scene);
        }
    }

    @Test
    void everyCallThatChangesABucketNamesItsOwner() {
        try (Scene scene = new Scene()) {
            scene.expired("lab-over");
            scene.clean();

            assertThat(scene.lab().calls().mutations())
                    .filteredOn(call -> call.request() != null)
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat(call.digest()).contains(Scene.ACCOUNT));
        }
    }
}
