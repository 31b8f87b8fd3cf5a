package org.labjanitor.buckets.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.labjanitor.buckets.lab.Scene;
import org.labjanitor.core.verdict.KeepReason;
import org.labjanitor.core.verdict.UnknownReason;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.simulator.service.RecordedCall;

/** What "nothing happened to it" means. */
final class Untouched {
    private Untouched() {}

    static void assertKept(RunResult result, String name, KeepReason reason) {
        assertThat(Scene.item(result, name).verdict())
                .isInstanceOfSatisfying(
                        Keep.class, keep -> assertThat(keep.reason()).isEqualTo(reason));
        assertThat(Scene.item(result, name).action()).isEqualTo(Action.NONE);
    }

    static void assertUnknown(RunResult result, String name, UnknownReason reason) {
        assertThat(Scene.item(result, name).verdict())
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.reason()).isEqualTo(reason));
        assertThat(Scene.item(result, name).action()).isEqualTo(Action.NONE);
    }

    /** Nothing was written; the admin's summary of the run may have been sent. */
    static void assertNothingChanged(Scene scene) {
        assertThat(scene.lab().calls().mutations())
                .extracting(RecordedCall::operation)
                .isSubsetOf("Publish");
    }

    /** Nothing but the ledger was written, and nothing but notices were sent. */
    static void assertOnlyPaperwork(Scene scene) {
        assertThat(scene.lab().calls().mutations())
                .extracting(RecordedCall::operation)
                .isSubsetOf("PutObject", "Publish");
    }
}
