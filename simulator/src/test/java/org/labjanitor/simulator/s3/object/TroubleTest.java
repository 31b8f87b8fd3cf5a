package org.labjanitor.simulator.s3.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private final ObjectCalls calls = new ObjectCalls();
    private final Trouble trouble = calls.objects.trouble();

    private String[] keys(int from, int to) {
        String[] keys = new String[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = "k" + i;
        }
        return keys;
    }

    @Test
    void aBatchBeyondTheRateIsRefusedWholeUntilTimeHasPassed() {
        calls.objects.seed(300, i -> "k" + i);
        trouble.limitDeletes(100, 150);

        calls.delete(keys(0, 100));
        assertThatThrownBy(() -> calls.delete(keys(100, 200)))
                .hasMessage("Please reduce your request rate.");
        assertThat(calls.objects.count()).as("nothing of it was done").isEqualTo(200);
        calls.delete(keys(100, 150));
        calls.now = calls.now.plus(Duration.ofSeconds(1));
        calls.delete(keys(150, 250));
        assertThat(calls.objects.count()).isEqualTo(50);
    }

    @Test
    void beyondTheRateKeysCanBeRefusedOneByOne() {
        calls.objects.seed(10, i -> "k" + i);
        trouble.limitDeletes(1, 4);
        trouble.refuseKeyByKey(true);

        String answer = calls.delete(keys(0, 10));
        assertThat(ObjectCalls.all(answer, "Deleted")).hasSize(4);
        assertThat(ObjectCalls.all(answer, "Code")).hasSize(6).containsOnly("SlowDown");
    }

    @Test
    void everyPrefixHasARateOfItsOwn() {
        calls.objects.seed(3, i -> "a/" + i);
        calls.objects.seed(3, i -> "b/" + i);
        trouble.limitDeletes("a/", 0, 1, null);

        calls.delete("a/0", "b/0", "b/1");
        assertThatThrownBy(() -> calls.delete("a/1", "b/2"))
                .hasMessage("Please reduce your request rate.");
        trouble.clear();
        calls.delete("a/1", "b/2");
    }

    @Test
    void theSameShareOfKeysFailsOnceAndThenWorks() {
        calls.objects.seed(1_000, i -> "k" + i);
        trouble.failKeys(0.1, 1, 7);

        String answer = calls.delete(keys(0, 1_000));
        int failed = ObjectCalls.all(answer, "Error").size();
        assertThat(failed).isBetween(50, 150);
        assertThat(calls.objects.count()).isEqualTo(failed);
        assertThat(calls.delete(keys(0, 1_000))).doesNotContain("<Error>");

        ObjectCalls again = new ObjectCalls();
        again.objects.seed(1_000, i -> "k" + i);
        again.objects.trouble().failKeys(0.1, 1, 7);
        assertThat(again.delete(keys(0, 1_000))).isEqualTo(answer);
    }

    @Test
    void theAnswerToADeleteCanBeAnErrorWithStatus200() {
        calls.objects.seed(2, i -> "k" + i);
        trouble.failDeleteCall(2);

        calls.delete("k0");
        assertThat(calls.delete("k1")).contains("<Error><Code>InternalError</Code>");
        assertThat(calls.objects.count()).isEqualTo(1);
        assertThat(calls.delete("k1")).contains("<Deleted>");
    }

    @Test
    void somebodyCanKeepWriting() {
        calls.objects.seed(2, i -> "k" + i);
        trouble.writeAfterDeletes(2, 3, i -> "new" + i);
        trouble.writeAfterLists(1, 1, i -> "late" + i);

        calls.delete("k0");
        assertThat(calls.objects.count()).isEqualTo(1);
        calls.delete("k1");
        assertThat(calls.list("ListObjectsV2", "list-type=2")).contains("<KeyCount>3</KeyCount>");
        assertThat(calls.list("ListObjectsV2", "list-type=2")).contains("<Key>late0</Key>");
    }

    @Test
    void listingsCanBeLimitedToo() {
        trouble.limitLists(1, 1, null);

        calls.list("ListObjectVersions", "versions");
        assertThatThrownBy(() -> calls.list("ListObjectVersions", "versions"))
                .hasMessage("Please reduce your request rate.");
    }
}
