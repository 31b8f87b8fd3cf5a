package org.labjanitor.buckets.emptying.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.labjanitor.buckets.emptying.wire.ListedPage;
import org.labjanitor.buckets.emptying.wire.PageRequest;
import org.labjanitor.buckets.emptying.wire.Pages;

class KeySpaceTest {
    private static final Comparator<String> UTF8 =
            (one, other) ->
                    Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8),
                            other.getBytes(StandardCharsets.UTF_8));

    /** A bucket, listed by several listers in whatever order chance has them. */
    private static final class Listing {
        private final TreeSet<String> keys = new TreeSet<>(UTF8);
        private final int pageSize;
        private final KeySpace space;
        private final List<String> delivered = new ArrayList<>();
        private int pages;
        private int rounds;

        Listing(Collection<String> keys, int pageSize) {
            this.keys.addAll(keys);
            this.pageSize = pageSize;
            this.space = new KeySpace(6 * pageSize);
        }

        /** Lists all; in each round every lister gets a page, and those that are idle split. */
        Listing run(int listers, Random order) {
            ArrayDeque<Range> active = new ArrayDeque<>(List.of(space.whole()));
            while (!active.isEmpty()) {
                rounds++;
                List<Range> round = new ArrayList<>(active);
                java.util.Collections.shuffle(round, order);
                active.clear();
                // Asked for before any of them is answered, as at the same time.
                List<ListedPage> answers = round.stream().map(this::page).toList();
                for (int i = 0; i < round.size(); i++) {
                    take(round.get(i), answers.get(i));
                    if (!round.get(i).isDone()) {
                        active.add(round.get(i));
                    }
                }
                for (Optional<Range> more = split(active, listers);
                        more.isPresent();
                        more = split(active, listers)) {
                    active.add(more.get());
                }
            }
            return this;
        }

        private Optional<Range> split(ArrayDeque<Range> active, int listers) {
            return active.size() < listers ? space.split() : Optional.empty();
        }

        private ListedPage page(Range range) {
            pages++;
            PageRequest request = range.nextPage();
            String after = request.after().key();
            List<String> found =
                    (after.isEmpty() ? keys : keys.tailSet(after, false))
                            .stream()
                                    .dropWhile(key -> !key.startsWith(request.prefix()))
                                    .takeWhile(key -> key.startsWith(request.prefix()))
                                    .limit(pageSize + 1L)
                                    .toList();
            boolean truncated = found.size() > pageSize;
            return Pages.of(truncated ? found.subList(0, pageSize) : found, truncated);
        }

        private void take(Range range, ListedPage page) {
            int own = space.accept(range, page);
            IntStream.range(0, own).mapToObj(page.keys()::key).forEach(delivered::add);
        }
    }

    @Property(tries = 60)
    void everyKeyIsDeliveredOnceWhateverTheKeysAre(
            @ForAll("buckets") List<String> keys, @ForAll long order) {
        Listing listing = new Listing(keys, 2).run(5, new Random(order));

        assertThat(listing.delivered).hasSize(listing.keys.size());
        assertThat(new TreeSet<>(listing.delivered)).isEqualTo(new TreeSet<>(listing.keys));
    }

    @Provide
    Arbitrary<List<String>> buckets() {
        Arbitrary<String> names =
                Arbitraries.oneOf(
                        Arbitraries.strings().withChars("ab/").ofMinLength(1).ofMaxLength(6),
                        Arbitraries.strings()
                                .withChars("0123456789")
                                .ofLength(4)
                                .map(n -> "d/" + n),
                        Arbitraries.strings()
                                .withCharRange('\u0001', '\uD7FF')
                                .ofMinLength(1)
                                .ofMaxLength(4),
                        Arbitraries.of("\uD83D\uDE80", "\uDBFF\uDFFF", "a\uDBFF\uDFFFz", "\uFFFF"));
        return names.list().ofMinSize(0).ofMaxSize(400);
    }

    private static List<String> keys(int count, java.util.function.IntFunction<String> key) {
        return IntStream.range(0, count).mapToObj(key).toList();
    }

    /**
     * Sixteen listers need a sixteenth of the round trips and then some, whatever keys look like.
     */
    @ParameterizedTest
    @MethodSource("labs")
    void manyListersPay(String lab, List<String> keys) {
        Listing listing = new Listing(keys, 200).run(16, new Random(1));
        int serial = keys.size() / 200 + 1;

        assertThat(listing.delivered).hasSize(keys.size()).doesNotHaveDuplicates();
        assertThat(listing.rounds).as("round trips for " + lab).isLessThan(serial / 7);
        assertThat(listing.pages).as("pages asked for of " + lab).isLessThan(serial * 3 / 2);
    }

    static Stream<Arguments> labs() {
        Random random = new Random(3);
        return Stream.of(
                lab("numbers", "data/run/part-%08d.bin"::formatted),
                lab("numbers of any length", "img%d.jpg"::formatted),
                lab("random ids", _ -> "exports/" + new UUID(random.nextLong(), random.nextLong())),
                lab("dates", KeySpaceTest::dated),
                lab(
                        "folders in folders",
                        i -> "course/day-%02d/file-%08d.csv".formatted(i / 1_000, i)),
                lab("a folder a student", i -> word(i) + "/notes/image" + i / 26 + ".png"),
                lab(
                        "one big folder among small ones",
                        i -> (i < 50_000 ? "data/img_" : word(i) + "/x") + i),
                lab(
                        "shards",
                        i -> "%02x/%02x/%08d".formatted(i * 7_919 % 256, i * 104_729 % 256, i)),
                lab(
                        "tables by day",
                        i ->
                                "warehouse/dt=2026-%02d-%02d/part-%05d.parquet"
                                        .formatted(1 + i / 7_000, 1 + i / 250 % 28, i % 250)));
    }

    private static Arguments lab(String name, java.util.function.IntFunction<String> key) {
        return Arguments.of(Named.of(name, name), keys(60_000, key));
    }

    private static String dated(int number) {
        return "logs/2026/%02d/%02d/%02d/host-%d-%06d.gz"
                .formatted(
                        1 + number % 12,
                        1 + number / 12 % 28,
                        number / 336 % 24,
                        number % 7,
                        number);
    }

    /** One of 26, each with a letter of its own at the beginning. */
    private static String word(int number) {
        return (char) ('a' + number % 26) + "-student";
    }

    @Test
    void aFewPagesAreNotSplit() {
        Listing listing = new Listing(keys(3_000, "k%05d"::formatted), 1000).run(16, new Random(1));

        assertThat(listing.pages).isLessThan(10);
    }
}
