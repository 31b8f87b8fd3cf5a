package org.labjanitor.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.core.grace.Course;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.core.grace.Notice;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Candidate;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.simulator.fault.Fault;
import org.labjanitor.simulator.fault.FaultKind;

final class LedgerBookTest {
    private static final LedgerPlace PLACE =
            new LedgerPlace("instances", StateBucket.ACCOUNT, "eu-west-1");
    private static final Instant NOW = StateBucket.NOW;
    private static final String EMPTY =
            """
            {"format":1,"sweep":"instances","account":"111122223333","region":"eu-west-1",\
            "total":{"since":"2026-01-01T00:00:00Z","removed":0,"dollarsPerMonth":0.00,"listed":true},\
            "entries":{%s}}\
            """;

    private final StateBucket bucket = new StateBucket();
    private final AwsClients clients = bucket.clients();
    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void close() {
        clients.close();
        bucket.close();
    }

    private LedgerBook open() {
        return open(clients, StateBucket.NAME);
    }

    private LedgerBook open(AwsClients theirs, String name) {
        return LedgerBook.open(
                new LedgerStore(theirs, name), pauses::add, bucket.lab().clock(), PLACE);
    }

    private static boolean sees(LedgerBook book, String id) {
        return book.update(
                ledger -> ledger.edited(edit -> edit.put(id, LedgerEntry.firstSeen(NOW))));
    }

    private static Candidate candidate(String id) {
        return new Candidate(
                new Resource(
                        id,
                        "jupyter \"7\"\n",
                        "eu-west-1",
                        "eu-west-1a",
                        "m5.large",
                        "grüße@example.org",
                        NOW.minusSeconds(90_000)),
                new Removable(
                        RemovableReason.IDLE,
                        new Explanation(
                                "Quiet for 25 h.",
                                List.of(new Fact("quiet", "25 h", "CloudWatch", NOW)))),
                new Priced(new BigDecimal("70.08"), true),
                Action.WOULD_TERMINATE);
    }

    @Test
    void whatWasWrittenIsReadAgainToTheLetter() {
        Notice notice = new Notice(NOW, NOW.plusSeconds(86_400));
        Claim claim = new Claim("run-7", "holder", NOW.plusNanos(1));
        List<Entry> entries =
                List.of(
                        Entry.firstSeen(NOW),
                        new Entry(NOW, new Course.Unwarned(NOW), null, false),
                        new Entry(NOW, new Course.Warned(NOW, notice), claim, true),
                        new Entry(NOW, new Course.Withdrawn(notice), null, false),
                        new Entry(NOW, new Course.Ended(NOW, "emptied"), null, false));
        LedgerBook book = open();
        assertThat(
                        book.update(ledger ->
                                ledger.edited(edit -> {
                                    for (int i = 0; i < entries.size(); i++) {
                                        edit.put(
                                                "i-" + i,
                                                new LedgerEntry(entries.get(i), null)
                                                        .knowing(candidate("i-" + i)));
                                    }
                                    edit.put("i-mere", LedgerEntry.firstSeen(NOW));
                                    edit.count(new Priced(new BigDecimal("70.08"), true));
                                    edit.count(new Unpriced("not listed"));
                                })))
                .isTrue();
        assertThat(open().ledger()).isEqualTo(book.ledger());
        assertThat(open().ledger().total().removed()).isEqualTo(2);
        assertThat(open().ledger().total().listed()).isFalse();
        assertThat(bucket.read(PLACE.key())).contains("\"deadline\":\"2026-11-21T10:00:00Z\"");
    }

    @Test
    void aChangeThatChangesNothingIsNotWritten() {
        assertThat(open().update(ledger -> ledger.edited(_ -> {}))).isTrue();
        assertThat(bucket.holds(PLACE.key())).isFalse();
        sees(open(), "i-1");
        bucket.lab().calls().clear();
        assertThat(sees(open(), "i-1")).isTrue();
        assertThat(bucket.lab().calls().count("PutObject")).isZero();
    }

    @Test
    void whatAnotherRunWroteMeanwhileStays() {
        LedgerBook first = open();
        LedgerBook second = open();
        assertThat(sees(first, "i-1")).isTrue();
        assertThat(sees(second, "i-2")).isTrue();
        assertThat(sees(first, "i-3")).isTrue();
        assertThat(open().ledger().entries()).containsOnlyKeys("i-1", "i-2", "i-3");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aConflictAtEveryWriteEndsAfterAFewAttempts() {
        AtomicInteger others = new AtomicInteger();
        LedgerBook book = open();
        boolean written =
                book.update(ledger -> {
                    sees(open(), "i-other-" + others.incrementAndGet());
                    return ledger.edited(edit -> edit.put("i-1", LedgerEntry.firstSeen(NOW)));
                });
        assertThat(written).isFalse();
        assertThat(others).hasValue(6);
        assertThat(book.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("6 attempts"));
        assertThat(sees(book, "i-1")).isFalse();
        assertThat(open().ledger().entry("i-1")).isEmpty();
    }

    @Test
    void aConflictThatS3CannotDecideIsTriedAgain() {
        bucket.lab()
                .faults()
                .add(
                        Fault.onCall(1, FaultKind.ERROR, "PutObject")
                                .withCode("ConditionalRequestConflict", 409));
        assertThat(sees(open(), "i-1")).isTrue();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsNotDoneTwice() {
        sees(open(), "i-1");
        LedgerBook book = open();
        bucket.lab().faults().add(Fault.onCall(1, FaultKind.LOST, "PutObject"));
        assertThat(
                        book.update(ledger ->
                                ledger.edited(edit ->
                                        edit.entry("i-1")
                                                .ifPresent(_ -> {
                                                    edit.drop("i-1");
                                                    edit.count(new Priced(BigDecimal.ONE, true));
                                                }))))
                .isTrue();
        assertThat(open().ledger().total().removed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"format\":2,\"something\":\"new\"}",
                "{\"format\":\"1\"}",
                "{\"format\":0}"
            })
    void whatIsNoLedgerIsLeftAsItIs(String content) {
        assertLeftAsItIs(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"i-1\":{}",
                "\"i-1\":{\"firstSeen\":\"yesterday\"}",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\",\"colour\":\"blue\"}",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\",\"course\":\"lost\"}",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\",\"course\":\"warned\"}",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\",\"claim\":{\"run\":\"r\"}}",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\",\"course\":\"unwarned\",\"removableSince\":\"2026-11-20T10:00:00Z\"}",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\",\"course\":\"withdrawn\",\"noticedAt\":\"2026-11-20T10:00:00Z\",\"deadline\":\"2026-11-20T09:00:00Z\"}",
                "\"i-1\":{\"firstSeen\":\"+1000000000-12-31T23:59:59Z\"}",
                "\"i-1\":7",
                "\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\"},\"i-1\":{\"firstSeen\":\"2026-11-20T10:00:00Z\"}"
            })
    void aLedgerWithOneBadEntryIsLeftAsItIs(String entries) {
        assertLeftAsItIs(EMPTY.formatted(entries));
    }

    @ParameterizedTest
    @ValueSource(strings = {"buckets", "444455556666", "eu-west-2"})
    void aLedgerOfAnotherPlaceIsLeftAsItIs(String other) {
        String key =
                switch (other) {
                    case "buckets" -> "instances";
                    case "eu-west-2" -> "eu-west-1";
                    default -> "111122223333";
                };
        assertLeftAsItIs(EMPTY.formatted("").replace(key, other));
    }

    private void assertLeftAsItIs(String content) {
        bucket.write(PLACE.key(), content);
        LedgerBook book = open();
        assertThat(book.trouble())
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .contains("s3://janitor-state/" + PLACE.key())
                                .contains("left as it is"));
        assertThat(sees(book, "i-1")).isFalse();
        assertThat(bucket.read(PLACE.key())).isEqualTo(content);
    }

    @Test
    void aNewerFormatIsCalledNewer() {
        bucket.write(PLACE.key(), "{\"format\":2}");
        assertThat(open().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("newer").contains("format 2"));
    }

    @Test
    void anEmptyLedgerIsReadable() {
        bucket.write(PLACE.key(), EMPTY.formatted(""));
        assertThat(open().trouble()).isEmpty();
        assertThat(open().isWritten()).isTrue();
    }

    @Test
    void withoutTheBucketOrItsRightsThereIsNoLedger() {
        assertThat(open(clients, "no-such-bucket").trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("NoSuchBucket"));
        bucket.lab().account(StateBucket.ACCOUNT).deny("s3:PutObject");
        LedgerBook readOnly = open();
        assertThat(readOnly.trouble()).isEmpty();
        assertThat(sees(readOnly, "i-1")).isFalse();
        assertThat(readOnly.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("s3:PutObject"));
    }

    @Test
    void aBucketOfSomebodyElseIsNeverUsed() {
        bucket.lab()
                .account(StateBucket.OTHER_ACCOUNT)
                .region(StateBucket.HOME)
                .buckets()
                .create("stranger");
        assertThat(open(clients, "stranger").trouble()).isPresent();
    }

    @Test
    void aLedgerThatWasDeletedMeanwhileIsBegunAgain() {
        sees(open(), "i-1");
        LedgerBook book = open();
        bucket.delete(PLACE.key());
        assertThat(sees(book, "i-2")).isTrue();
        assertThat(open().ledger().entries()).containsOnlyKeys("i-2");
    }

    @Test
    void tenThousandEntriesAreWrittenAndRead() {
        LedgerBook book = open();
        Notice notice = new Notice(NOW, NOW.plusSeconds(86_400));
        Entry warned = new Entry(NOW, new Course.Warned(NOW, notice), null, false);
        assertThat(
                        book.update(ledger ->
                                ledger.edited(edit ->
                                        IntStream.range(0, 10_000)
                                                .mapToObj("i-%08d"::formatted)
                                                .forEach(id ->
                                                        edit.put(
                                                                id,
                                                                new LedgerEntry(warned, null)
                                                                        .knowing(candidate(id)))))))
                .isTrue();
        assertThat(open().ledger().entries()).hasSize(10_000);
    }
}
